import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { fromGlobalId, isId, newId, toGlobalId } from "../../server/kernel/ids.ts";

describe("ids", () => {
  test("are UUIDs of version 7, each its own, in the order in which they were made", () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.every(isId)).toBe(true);
    expect(ids.every((id) => id[14] === "7")).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });

  test("carry the time at which they were made", () => {
    const madeAt = Number.parseInt(newId().replace("-", "").slice(0, 12), 16);
    expect(Math.abs(madeAt - Date.now())).toBeLessThan(60_000);
  });

  test("stay in order when the wall clock is set back", () => {
    const before = newId();
    const clock = vi.spyOn(Date, "now").mockReturnValue(0);
    const after = newId();
    clock.mockRestore();
    expect(after > before).toBe(true);
  });

  test.each(["", "1", "01A207E5-5F20-70B1-8863-B426C1222BD7", "01a207e5-5f20-70b1-8863-b426c1222bd", "x".repeat(36)])(
    "%j is none",
    (text) => {
      expect(isId(text)).toBe(false);
    },
  );
});

describe("global ids", () => {
  test("give back the type and the row", () => {
    const id = newId();
    expect(fromGlobalId(toGlobalId("Case", id))).toEqual({ type: "Case", id });
    expect(toGlobalId("Case", id)).toMatch(/^[\w-]+$/);
  });

  test("of one spelling only: a changed last letter is not the same row", () => {
    const known = toGlobalId("Refund", newId());
    expect(fromGlobalId(`${known}=`)).toBeNull();
    expect(fromGlobalId(` ${known}`)).toBeNull();
  });

  test("whatever is sent, garbage is answered with null", () => {
    const garbage = fc.oneof(fc.string({ unit: "binary" }), fc.base64String());
    fc.assert(
      fc.property(garbage, (text) => {
        expect(fromGlobalId(text)).toBeNull();
      }),
    );
  });
});
