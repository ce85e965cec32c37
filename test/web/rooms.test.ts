import { describe, expect, test } from "vitest";
import { opensTo, rooms } from "../../web/shell/rooms.ts";

const approvals = rooms.filter(({ name }) => name === "approvals");

describe("a room that two rights open", () => {
  test.each(["CASE_NOTE", "ROLE_APPROVE"])("opens to whoever has %s alone", (right) => {
    expect(approvals.map((room) => opensTo(room, [right]))).toEqual([true]);
  });

  test("stays shut to whoever has neither", () => {
    expect(approvals.map((room) => opensTo(room, ["CASE_READ"]))).toEqual([false]);
  });

  test("of a room with one right the other opens nothing", () => {
    const open = rooms.filter((room) => opensTo(room, ["ROLE_APPROVE"])).map(({ name }) => name);
    expect(open).toEqual(["approvals"]);
  });
});
