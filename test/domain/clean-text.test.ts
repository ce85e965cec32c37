import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../server/kernel/clean-text.ts";

describe("text from outside", () => {
  test.each([
    ["a NUL and other control characters", "re\u0000fu\u0007nd\u007f", "refund"],
    ["marks that turn the reading direction", "safe\u202egnp.exe\u2066x\u2069", "safegnp.exex"],
    ["half of a character", "a\ud83db", "ab"],
    ["blanks at the edges", " \u3000\u200b refund \n", "refund"],
  ])("loses %s", (_what, text, clean) => expect(cleanText(text, 100)).toEqual({ ok: true, value: clean }));

  test.each([
    ["line breaks and tabs", "one\n\ttwo", "one\n\ttwo"],
    ["line breaks of every system, as one kind", "one\r\ntwo\rthree", "one\ntwo\nthree"],
    ["whole characters beyond the first plane", "退款 👍🏽", "退款 👍🏽"],
    ["accents, composed", "Jose\u0301", "José"],
    ["what only a joiner holds together", "👨‍👩‍👧", "👨‍👩‍👧"],
  ])("keeps %s", (_what, text, clean) => expect(cleanText(text, 100)).toEqual({ ok: true, value: clean }));

  test("may be as long as allowed, counted in characters, and not one longer", () => {
    expect(cleanText("款".repeat(10), 10)).toMatchObject({ ok: true });
    expect(cleanText("👍".repeat(10), 10)).toMatchObject({ ok: true });
    expect(cleanText("款".repeat(11), 10)).toEqual({ ok: false, error: { code: "TOO_LONG", max: 10, length: 11 } });
  });

  test.each(["", "   ", "\u0000", "\u200b\u2060", "\n"])("is empty when nothing is left of %j", (text) => {
    expect(cleanText(text, 10)).toEqual({ ok: false, error: { code: "EMPTY" } });
  });

  test("once clean stays as it is, and can always be stored as UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = cleanText(text, 1000);
        if (!once.ok) return;
        expect(cleanText(once.value, 1000)).toEqual(once);
        expect(once.value.isWellFormed()).toBe(true);
        expect(once.value).not.toContain("\u0000");
      }),
    );
  });
});
