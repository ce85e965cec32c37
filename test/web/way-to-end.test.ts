import { expect, test } from "vitest";
import { isBehind, wayToEnd } from "../../web/policies/way-to-end.ts";

const now = Date.parse("2026-11-29T14:00:00Z");
const later = (seconds: number) => new Date(now + seconds * 1000).toISOString();
const narrow = { isForEveryone: false, newerToCome: false };
const standing = (
  state: "SCHEDULED" | "IN_FORCE" | "RETIRED" | "WITHDRAWN",
  from: number,
  until: number | null = null,
) => ({
  state,
  effectiveFrom: later(from),
  effectiveUntil: until === null ? null : later(until),
});

test.each([
  ["far ahead is taken back", standing("SCHEDULED", 3600), narrow, "WITHDRAW"],
  ["a minute ahead is just taken back", standing("SCHEDULED", 60), narrow, "WITHDRAW"],
  ["published for now begins within the minute, and is not", standing("SCHEDULED", 59), narrow, null],
  ["in force for one scope is ended", standing("IN_FORCE", -3600), narrow, "END"],
  ["in force for everybody has no end", standing("IN_FORCE", -3600), { ...narrow, isForEveryone: true }, null],
  ["with another to come is ended by that one", standing("IN_FORCE", -3600), { ...narrow, newerToCome: true }, null],
  ["that ends later can end sooner", standing("IN_FORCE", -3600, 3600), narrow, "END"],
  ["that ends within the minute cannot", standing("IN_FORCE", -3600, 59), narrow, null],
  ["of the past stays as it is", standing("RETIRED", -3600, -60), narrow, null],
] as const)("a version %s", (_, version, beside, way) => expect(wayToEnd(version, beside, now)).toBe(way));

test.each([
  ["that has not begun", standing("SCHEDULED", 1), false],
  ["that should have begun", standing("SCHEDULED", 0), true],
  ["in force without an end", standing("IN_FORCE", -3600), false],
  ["that should have ended", standing("IN_FORCE", -3600, 0), true],
  ["that has ended", standing("RETIRED", -3600, -60), false],
] as const)("a version %s is told as what stands, or what stood before", (_, version, behind) =>
  expect(isBehind(version, now)).toBe(behind),
);
