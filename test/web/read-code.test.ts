import { expect, test } from "vitest";
import { readCode } from "../../web/customer/scan/read-code.ts";

test.each<[string, string, object]>([
  ["a voucher by itself", "000419", { number: "000419" }],
  ["a voucher in the digits of a Chinese keyboard", " ０００４１９ ", { number: "000419" }],
  ["a retrieval reference by itself", "627418842153", { number: "627418842153" }],
  ["an acquirer's own mark", "TXN-2026-88-AF31", { number: "TXN-2026-88-AF31" }],
  [
    "pairs of a terminal",
    "VOUCHER=000419&TID=31004417&AMT=1299.00&CUR=CNY&DATE=20260926",
    { number: "000419", terminal: "31004417", paid: "1299.00", currency: "CNY", paidOn: "2026-09-26" },
  ],
  [
    "pairs line by line, in Chinese",
    "商户号：898310048120001\n终端号：31004417\n凭证号：000419\n交易金额：¥1,299.00\n日期：2026/09/26 18:42\n卡号：622202******6621",
    {
      ...{ merchantNumber: "898310048120001", terminal: "31004417", number: "000419", paid: "1299.00" },
      ...{ paidOn: "2026-09-26", last4: "6621" },
    },
  ],
  [
    "an address",
    "https://pay.example/slip?rrn=627418842153&tid=31004417",
    { number: "627418842153", terminal: "31004417" },
  ],
  ["an address that keeps its pairs behind a hash", "https://pay.example/#voucher=419", { number: "419" }],
  [
    "an object",
    '{"voucherNo":"000419","terminal_id":"31004417","amount":1299}',
    { number: "000419", terminal: "31004417", paid: "1299" },
  ],
  [
    "pairs with a semicolon between",
    "RRN: 627418842153; Terminal No: 31004417",
    { number: "627418842153", terminal: "31004417" },
  ],
  ["the first of two numbers", "voucher=000419|rrn=627418842153", { number: "000419" }],
])("reads %s", (_what, text, said) => {
  expect(readCode(text)).toEqual(said);
});

test.each([
  ["a whole card number", "6222021001116245888"],
  ["a card number in the place of a voucher", "voucher=4111111111111111"],
  ["a product's thirteen digits", "6901234567892"],
  ["an address without a number", "https://shop.example/menu"],
  ["a payment code to be paid", "weixin://wxpay/bizpayurl?pr=abc"],
  ["script", "voucher=<script>alert(1)</script>"],
  ["half an object", '{"voucher":'],
  ["nothing", ""],
])("%s is no slip's code", (_what, text) => {
  expect(readCode(text)).toBeNull();
});

test("of a whole card number not even the last four are taken, and what is in no right shape is left out", () => {
  expect(readCode("voucher=1&card=6222021001116245888&amt=much&cur=yuan&date=2026-99-99&tid=a b")).toEqual({
    number: "1",
  });
});

test("an endless code is read as far as it goes", () => {
  expect(readCode(`voucher=000419&x=${"9".repeat(100_000)}`)).toEqual({ number: "000419" });
});
