import { expect, test } from "vitest";
import { breaksOf } from "../../server/platform/pdf/line-breaks.ts";

const pieces = (word: string) => breaksOf(word).filter((part) => part !== "");

test("a line of Chinese ends between characters, never before a mark that closes or after one that opens", () => {
  expect(pieces("按（“种子”）抽取，完。")).toEqual(["按", "（“种", "子”）", "抽", "取，", "完。"]);
  expect(pieces("SHA-256(“种子:编号”)由小到大")).toEqual([
    "SHA-256",
    "(“种",
    "子:",
    "编",
    "号”)",
    "由",
    "小",
    "到",
    "大",
  ]);
});

test("a number or a name within Chinese stays whole", () => {
  expect(pieces("退还1,299.00元，见RD-26-000124。")).toEqual(["退", "还", "1,299.00", "元，", "见", "RD-26-000124。"]);
});

test("what is not Chinese breaks nowhere unless no line could hold it, and nothing is lost", () => {
  const hash = "a1".repeat(32);
  expect(breaksOf("withdrawn")).toEqual(["withdrawn"]);
  expect(breaksOf(hash).length).toBeGreaterThan(64);
  for (const word of [hash, `哈希${hash}`, "“”（）", "𠮷野家😀"]) expect(breaksOf(word).join("")).toBe(word);
});
