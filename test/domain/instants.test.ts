import { expect, test } from "vitest";
import { DateTime } from "../../server/graphql/scalars.ts";

test.each([
  ["2026-12-01T09:30:00.000Z", "2026-12-01T09:30:00.000Z"],
  ["2026-12-01T09:30:00+08:00", "2026-12-01T01:30:00.000Z"],
  ["2026-12-01T09:30-05:00", "2026-12-01T14:30:00.000Z"],
])("%s is one moment, whichever machine reads it", (sent, moment) => {
  expect(DateTime.parseValue(sent)).toEqual(new Date(moment));
});

test.each([
  "2026-12-01T09:30",
  "2026-12-01T09:30:00.000",
  "2026-12-01",
  "2026-12-01T25:00:00Z",
  1_796_117_400_000,
  null,
])("%j is none", (sent) => {
  expect(() => DateTime.parseValue(sent)).toThrow(/ISO 8601 instant/);
});
