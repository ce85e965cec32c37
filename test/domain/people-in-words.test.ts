import { expect, test } from "vitest";
import { peopleInWords } from "../../server/notices/domain/people-in-words.ts";

const people = (count: number) => Array.from({ length: count }, (_, n) => `P${n}`);

test.each([
  [null, null, null],
  [[], null, null],
  [["Lin Xiao"], "Lin Xiao", "Lin Xiao"],
  [["Lin Xiao", "Zhou Hang"], "Lin Xiao, Zhou Hang", "Lin Xiao、Zhou Hang"],
  [people(10), people(10).join(", "), people(10).join("、")],
  [people(11), `${people(10).join(", ")} and 1 other`, `${people(10).join("、")} 等 11 人`],
  [people(13), `${people(10).join(", ")} and 3 others`, `${people(10).join("、")} 等 13 人`],
])("%j is said by name, and of many only the first", (names, en, zh) => {
  expect([peopleInWords(names, "en"), peopleInWords(names, "zh-CN")]).toEqual([en, zh]);
});
