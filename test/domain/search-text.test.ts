import { describe, expect, test } from "vitest";
import { termsOf } from "../../server/desk/domain/name-terms.ts";
import { readSearchText } from "../../server/desk/domain/search-text.ts";

const read = (typed: string) => readSearchText(typed, ["26", "25"]);

describe("what a typed text may mean", () => {
  test.each(["RD-26-004812", "rd26004812", "RD 26 4812", "26-4812", "ＲＤ－26－004812"])(
    "%s is one case's number",
    (typed) => {
      expect(read(typed).caseNumbers).toEqual(["RD-26-004812"]);
    },
  );

  test("four digits are a serial of this year or the last, a card's end, a telephone's end and a voucher", () => {
    expect(read("4812")).toMatchObject({
      caseNumbers: ["RD-26-004812", "RD-25-004812"],
      cardLast4: "4812",
      phoneEnd: "4812",
      reference: "4812",
      nameTerms: [],
    });
  });

  test.each([
    ["138 0013 8000", "13800138000"],
    ["+86 138-0013-8000", "13800138000"],
    ["8000", "8000"],
    ["+1 415 555 0100", "14155550100"],
    ["800", null],
  ])("%s is a telephone from its end: %s", (typed, phoneEnd) => {
    expect(read(typed).phoneEnd).toBe(phoneEnd);
  });

  test("a whole card number means its last four, and goes no further", () => {
    expect(read("6222 0212 3456 7890 128")).toMatchObject({ reference: null, phoneEnd: null });
    expect(read("4111 1111 1111 1111")).toEqual({
      caseNumbers: [],
      reference: null,
      cardLast4: "1111",
      phoneEnd: null,
      email: null,
      nameTerms: [],
    });
  });

  test("an e-mail is no name", () => {
    expect(read(" Li@Example.com ")).toMatchObject({ email: "li@example.com", nameTerms: [] });
  });
});

describe("the terms of a name", () => {
  test.each([
    ["王小", ["王小"]],
    ["王小明", ["王小明"]],
    ["上海百货公司", ["上海百货", "海百货公", "百货公司"]],
    ["Emma Clarke", ["clarke", "emma"]],
    ["clar", ["clar"]],
    ["José Ñuñez", ["nunez", "jose"]],
    ["王小明 Wang", ["王小明", "wang"]],
    ["Christopherson-Montgomery", ["christophers", "montgomery"]],
    ["Ｅｍｍａ", ["emma"]],
  ])("%s: %j", (typed, terms) => {
    expect(termsOf(typed)).toEqual(terms);
  });

  test.each(["王", "Li", "x y", "…", ""])("%j is too short to look for", (typed) => {
    expect(termsOf(typed)).toEqual([]);
  });

  test("a short word beside a long one counts", () => {
    expect(termsOf("Na Li Chen")).toEqual(["chen", "na", "li"]);
  });
});
