import { describe, expect, test } from "vitest";
import { en } from "../../web/i18n/en.ts";
import { zhCn } from "../../web/i18n/zh-cn.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its whole key. */
function textsOf(tree: Tree, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => {
      const whole = path === "" ? key : `${path}.${key}`;
      return typeof value === "string" ? [[whole, value] as const] : [...textsOf(value, whole)];
    }),
  );
}

const chinese = textsOf(zhCn);
const english = textsOf(en);
const base = (key: string) => key.replace(/_(one|other)$/, "");
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map(([, name]) => name).sort();

describe("the two dictionaries", () => {
  test("name the same things", () => {
    expect([...new Set([...english.keys()].map(base))].sort()).toEqual(
      [...new Set([...chinese.keys()].map(base))].sort(),
    );
  });

  test("English has a singular for every plural", () => {
    const plurals = [...english.keys()].filter((key) => key.endsWith("_other")).map(base);
    expect(plurals.filter((key) => !english.has(`${key}_one`))).toEqual([]);
  });

  test("leave nothing empty, and no spaces at an edge that would glue sentences together", () => {
    const loose = [...chinese, ...english].filter(([, text]) => text.trim() === "" || text !== text.trim());
    expect(loose).toEqual([]);
  });

  test("fill in the same facts in both languages", () => {
    const different = [...english].filter(([key, text]) => {
      const other = chinese.get(key) ?? chinese.get(`${base(key)}_other`) ?? "";
      // Of one, English needs no number to say so.
      const facts = (of: string) => variables(of).filter((name) => name !== "count" || !key.endsWith("_one"));
      return facts(text).join() !== facts(other).join();
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test("English holds no Chinese, and Chinese no whole English sentence", () => {
    const isSwitch = (key: string) => key === "shell.toOtherLanguage";
    expect(
      [...english].filter(([key, text]) => !isSwitch(key) && /\p{Script=Han}/u.test(text)).map(([key]) => key),
    ).toEqual([]);
    const left = [...chinese].filter(
      ([key, text]) => !isSwitch(key) && /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i.test(text.replace(/\{\{\w+\}\}/g, "")),
    );
    expect(left.map(([key]) => key)).toEqual([]);
  });

  test("Chinese writes its own marks: no half-width comma, stop or question mark after a Chinese character", () => {
    const halfWidth = [...chinese].filter(
      ([, text]) => /\p{Script=Han}[,;:?!](?!\d)/u.test(text) || /\p{Script=Han}\.(?!\d)/u.test(text),
    );
    expect(halfWidth.map(([key]) => key)).toEqual([]);
  });

  test("Chinese has one word for giving work to somebody, and one for bringing back what was stopped", () => {
    const other = [...chinese].filter(([, text]) => /分配|重新启用/.test(text));
    expect(other.map(([key]) => key)).toEqual([]);
  });

  test("Chinese has one word for a case that is over", () => {
    expect(zhCn.caseState.CLOSED).toBe("已结案");
    const other = [...chinese].filter(([, text]) => /案件[^，。]{0,6}关闭|关闭[了]?案件/.test(text));
    expect(other.map(([key]) => key)).toEqual([]);
  });
});
