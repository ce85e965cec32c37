import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCardNumber, isLuhnValid } from "../../server/kernel/card-number.ts";
import { maskCardNumbers } from "../../server/kernel/card-text.ts";

describe("a full card number, however it is written, keeps its first six and last four", () => {
  test.each([
    ["4111111111111111", "411111******1111"],
    ["4111 1111 1111 1111", "411111******1111"],
    ["4111-1111-1111-1111", "411111******1111"],
    ["4111 - 1111 - 1111 - 1111", "411111******1111"],
    ["4111–1111–1111–1111", "411111******1111"],
    ["4111.1111.1111.1111", "411111******1111"],
    ["4111_1111_1111_1111", "411111******1111"],
    ["4111\u00a01111\u00a01111\u00a01111", "411111******1111"],
    ["4111\u200b1111\u200b1111\u200b1111", "411111******1111"],
    ["4111　1111　1111　1111", "411111******1111"],
    ["４１１１１１１１１１１１１１１１", "411111******1111"],
    ["4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "411111******1111"],
    ["41111 11111 11111 1", "411111******1111"],
    ["4222222222222", "422222******2222"],
    ["5555555555554444", "555555******4444"],
    ["2223003122003222", "222300******3222"],
    ["378282246310005", "378282******0005"],
    ["3782 822463 10005", "378282******0005"],
    ["30569309025904", "305693******5904"],
    ["3530111333300000", "353011******0000"],
    ["6011111111111117", "601111******1117"],
    ["6222021234567890123", "622202******0123"],
    ["622202 1234567890123", "622202******0123"],
    ["6222 0212 3456 7890 123", "622202******0123"],
    ["卡号：6222021234567890123，请退款", "卡号：622202******0123，请退款"],
    ["我的卡是６２２２０２１２３４５６７８９０１２３。", "我的卡是622202******0123。"],
    ["Please refund 4111111111111111 today", "Please refund 411111******1111 today"],
    ["card4111111111111111x", "card411111******1111x"],
    ["receipt_4111111111111111.jpg", "receipt_411111******1111.jpg"],
    ["小票-6222021234567890123.png", "小票-622202******0123.png"],
    ["4111111111111111,5555555555554444", "411111******1111,555555******4444"],
    ["4111111111111111 5555555555554444", "411111******1111 555555******4444"],
    ["1234 4111 1111 1111 1111", "1234 411111******1111"],
    ["4111 1111 1111 1112", "411111******1112"],
    ['{"pan":"4111111111111111"}', '{"pan":"411111******1111"}'],
  ])("%j becomes %j", (text, masked) => expect(maskCardNumbers(text)).toBe(masked));
});

describe("a security code is taken out whole", () => {
  test.each([
    ["CVV 123", "CVV ***"],
    ["cvv: 123", "cvv: ***"],
    ["CVV2=1234", "CVV2=***"],
    ["cvc:123, thanks", "cvc:***, thanks"],
    ["CVN２：１２３", "CVN２：***"],
    ["The security code is 987.", "The security code is ***."],
    ["security code on the back of my card is 123", "security code on the back of my card is ***"],
    ['{"cvc":"123"}', '{"cvc":"***"}'],
    ["cvv%3D123", "cvv%3D***"],
    ["123 is the CVV", "*** is the CVV"],
    ["987 (CVV)", "*** (CVV)"],
    ["安全码123", "安全码***"],
    ["安全码是 123", "安全码是 ***"],
    ["校验码：１２３", "校验码：***"],
    ["验证码为1234", "验证码为***"],
    ["卡背面的后三位是 987", "卡背面的后三位是 ***"],
    ["123是安全码", "***是安全码"],
    ["CVV 1 2 3", "CVV ***"],
    ["CVV 123, 4567", "CVV ***, ***"],
    ["安全码123=2512", "安全码***=***"],
    [`cvv${" 123,".repeat(9)}`, `cvv${" ***,".repeat(5)}${" 123,".repeat(4)}`],
    ["4111 1111 1111 1111 123", "411111******1111 ***"],
    ["4111111111111111 12/25 123", "411111******1111 12/25 ***"],
    ["4111111111111111 1225 123", "411111******1111 1225 ***"],
    [";4111111111111111=25121011000012345678?", "******"],
    ["4111111111111111D25121011000012345678F", "******"],
    ["%B4111111111111111^ZHANG/SAN^25121011000012345678?", "******"],
  ])("%j becomes %j", (text, masked) => expect(maskCardNumbers(text)).toBe(masked));
});

describe("what is no card number stays as it is", () => {
  test.each([
    ["a retrieval reference number", "412345678901"],
    ["a labelled retrieval reference number", "RRN 412345678901 / 检索参考号 627512345678"],
    ["a retrieval reference beside a voucher number", "627512345678 001234"],
    ["a voucher number beside a retrieval reference", "001234 627512345678"],
    ["a mobile number", "13812345678"],
    ["two mobile numbers", "13812345678 13912345678"],
    ["a mobile number with dashes", "138-1234-5678, +86 139 1234 5678"],
    ["a service line", "400-820-8820"],
    ["a case number", "RD-2026-000123"],
    ["a voucher number", "凭证号 001234"],
    ["several voucher numbers", "vouchers 512345 512346 512347"],
    ["an amount", "CNY 1,234,567,890,123.45"],
    ["several amounts", "1551.99 3920.00 1299.00"],
    ["an amount in words", "退款 3920.0 元，手续费 12.80 元"],
    ["a day and a time", "2026-10-01 12:30:45"],
    ["two days", "2026-10-01 2026-10-05"],
    ["days without dashes", "20261001 20261007"],
    ["a moment", "2026-10-01T12:30:45.123Z"],
    ["a moment in one row of digits", "20261001123045"],
    ["an order number that opens with its day", "20261001123045001"],
    ["a moment in milliseconds", "1759300000000"],
    ["a row of years", "2026 2027 2028 2029"],
    ["a UUID", "01a207e5-5f20-70b1-8863-b426c1222bd7"],
    ["a UUID of digits alone", "41111111-1111-4111-8111-111111111111"],
    ["a checksum", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["a wallet's order number", "4200001234202610011234567890"],
    ["a merchant number", "898310148160568"],
    ["a merchant number that opens with a three", "308310058120001"],
    ["a card number that is masked already", "411111******1111"],
    ["the last four digits", "尾号 1111, last four 1111"],
    ["a code that matched", "CVV matched, 500.00 paid"],
    ["an amount after a code that did not", "CVV 不匹配，退款 500 元"],
    ["an amount after a word for the code", "CVV result M, amount 500"],
    ["an attempt at the code", "验证码 3 次错误"],
    ["a longer code", "验证码 123456"],
    ["the year after the word", "安全码 2026年"],
    ["nothing", ""],
  ])("%s: %j", (_what, text) => expect(maskCardNumbers(text)).toBe(text));
});

/** A random number of that length with the right check digit. */
const validNumber = (prefix: string, length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), {
      minLength: length - prefix.length - 1,
      maxLength: length - prefix.length - 1,
    })
    .map((digits) => prefix + digits.join(""))
    .map((body) => `${body}${"0123456789".split("").find((check) => isLuhnValid(body + check))}`);

const anyCard = fc.oneof(
  validNumber("4", 16),
  validNumber("51", 16),
  validNumber("37", 15),
  validNumber("62", 16),
  validNumber("62", 19),
  validNumber("6011", 16),
);

describe("whatever the number and the words around it", () => {
  test("no full card number is left, in digits or in fours", () => {
    const words = fc.constantFrom("", "卡号", "card ", "(", "\n", "：", "pan=");
    fc.assert(
      fc.property(anyCard, fc.constantFrom("", " ", "-"), words, words, (number, joint, before, after) => {
        expect(isCardNumber(number)).toBe(true);
        const written = number.replace(/(\d{4})(?=\d)/g, `$1${joint}`);
        const masked = maskCardNumbers(`${before}${written}${after}`);
        expect(masked).toBe(`${before}${number.slice(0, 6)}******${number.slice(-4)}${after}`);
      }),
    );
  });

  test("masking twice changes nothing more", () => {
    const parts = fc.constantFrom(
      "4111 1111 1111 1111",
      "123",
      " ",
      "cvv",
      "安全码",
      "6222021234567890123",
      "-",
      "=25",
      "a",
      "12",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
        const once = maskCardNumbers(pieces.join(""));
        expect(maskCardNumbers(once)).toBe(once);
      }),
    );
  });

  test.each([
    ["4111 ".repeat(20_000)],
    ["4".repeat(100_000)],
    ["cvv :".repeat(20_000)],
    [`cvv${" is the".repeat(15_000)}`],
    ["ab12".repeat(25_000)],
    ["4111111111111111=".repeat(5_000)],
  ])("a hundred thousand characters of %.12j are done with at once", (text) => {
    const start = performance.now();
    maskCardNumbers(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
