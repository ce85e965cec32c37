import "reflect-metadata";
import { describe, expect, test } from "vitest";
import { cursorOf, pageRequest } from "../../server/graphql/cursor.ts";

describe("a cursor", () => {
  test.each([["2026-10-09T08:20:00.000Z"], ["李娜"], ['𬀩 "quoted" \\ é'], ["\t\n"]])(
    "of a list ordered by %j reads back",
    (value) => {
      expect(pageRequest(50, cursorOf([value, "id"]), 2).after).toEqual([value, "id"]);
    },
  );
});
