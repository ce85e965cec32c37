import { describe, expect, test } from "vitest";
import { needsOf } from "../../server/cases/domain/needs-of.ts";
import { anActor, ids } from "../support/a-case.ts";

/** A delegation lends approvals and nothing else. */
const lent = (staffId: string, right: "approval.first" | "approval.second") => ({
  ...{ staffId, name: staffId },
  rights: new Set([right]),
});

describe("what waits for somebody", () => {
  test("is what their own rights are for, and what they proposed is not theirs to approve", () => {
    expect(needsOf(anActor("SUPPORT_AGENT"))).toEqual({ turns: ["DESK"], notTheirs: [] });
    expect(needsOf(anActor("SUPERVISOR"))).toEqual({
      turns: ["DESK", "SUPERVISOR"],
      notTheirs: [{ turn: "SUPERVISOR", proposedById: ids.supervisor }],
    });
  });

  test("is a colleague's approvals too while they are away, but for what either of the two proposed", () => {
    const standIn = anActor("SUPPORT_AGENT", { standsInFor: [lent(ids.supervisor, "approval.first")] });
    expect(needsOf(standIn)).toEqual({
      turns: ["DESK", "SUPERVISOR"],
      notTheirs: [
        { turn: "SUPERVISOR", proposedById: ids.agent },
        { turn: "SUPERVISOR", proposedById: ids.supervisor },
      ],
    });
  });

  test("of two who are away the one gives what the other proposed", () => {
    const standsInFor = [lent("s-1", "approval.first"), lent("s-2", "approval.first")];
    expect(needsOf(anActor("SUPPORT_AGENT", { standsInFor })).notTheirs).toEqual([
      { turn: "SUPERVISOR", proposedById: ids.agent },
    ]);
  });

  test("a right of one's own is not borrowed", () => {
    const standsInFor = [lent("s-1", "approval.first")];
    expect(needsOf(anActor("SUPERVISOR", { standsInFor })).notTheirs).toEqual([
      { turn: "SUPERVISOR", proposedById: ids.supervisor },
    ]);
  });
});
