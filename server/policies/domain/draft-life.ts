import type { Bilingual } from "../../kernel/calendar.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { Permission } from "../../staff/domain/permissions.ts";

/** Where the text of a coming version rests. What is published is a version, and no draft any more. */
export const draftStates = ["DRAFT", "IN_REVIEW", "APPROVED", "PUBLISHED", "DISCARDED"] as const;
export type DraftState = (typeof draftStates)[number];

/** MAJOR changes what is decided: everybody reads it again. MINOR changes the wording only. */
export const changeKinds = ["MAJOR", "MINOR"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const draftActions = ["EDIT", "SUBMIT", "SEND_BACK", "APPROVE", "PUBLISH", "DISCARD"] as const;
export type DraftAction = (typeof draftActions)[number];

/** How many people must agree who wrote none of it. */
export const approvalsNeeded = 2;

/** All that the rules know of one draft at one moment. */
export interface DraftFacts {
  readonly state: DraftState;
  /** Everybody who wrote a part of it. */
  readonly authorIds: readonly string[];
  /** Whoever asked for it to be agreed to; null while nobody has. */
  readonly proposedById: string | null;
  readonly approvedByIds: readonly string[];
  readonly kind: ChangeKind;
  /** What changed and why, for readers of the history. */
  readonly note: string;
  readonly gaps: number;
  readonly unreachable: number;
  /** The table is larger than can be checked. */
  readonly tooLarge: boolean;
  readonly faults: number;
  readonly testsFailing: number;
  /** The text is that of the version before, to the letter. */
  readonly unchanged: boolean;
  /** Cases would be decided otherwise than by the version before. */
  readonly decidesOtherwise: boolean;
}

export type DraftRefusal =
  | { readonly code: "WRONG_STATE"; readonly state: DraftState }
  | { readonly code: "NOT_PERMITTED"; readonly needs: Permission }
  | { readonly code: "OWN_DRAFT" }
  | { readonly code: "ALREADY_APPROVED_BY_YOU" }
  | { readonly code: "APPROVALS_MISSING"; readonly count: number }
  | { readonly code: "TESTS_FAIL"; readonly count: number }
  | { readonly code: "GAPS"; readonly count: number }
  | { readonly code: "UNREACHABLE_ROWS"; readonly count: number }
  | { readonly code: "TABLE_TOO_LARGE" }
  | { readonly code: "CONTENT_FAULTS"; readonly count: number }
  | { readonly code: "NOTE_MISSING" }
  | { readonly code: "NOTHING_CHANGED" }
  | { readonly code: "DECIDES_OTHERWISE" }
  | { readonly code: "STARTS_IN_THE_PAST" }
  | { readonly code: "STARTS_WITH_ANOTHER" }
  | { readonly code: "HAS_BEGUN" }
  | { readonly code: "WITHDRAWN_BEFORE" }
  | { readonly code: "EVERYONE_NEEDS_ONE" }
  | { readonly code: "NOT_IN_FORCE" }
  | { readonly code: "NEWER_TO_COME" }
  | { readonly code: "ENDS_SOONER" }
  | { readonly code: "ENDS_IN_THE_PAST" }
  | { readonly code: "DRAFT_EXISTS" }
  /** Writes policies, and is not shown what is being written. */
  | { readonly code: "SEES_NO_DRAFTS" }
  | { readonly code: "SCOPE_TAKEN" }
  | { readonly code: "SCOPE_UNKNOWN" }
  | { readonly code: "READ_ANOTHER_TEXT" }
  | { readonly code: "NOTHING_TO_COPY" }
  | { readonly code: "TESTS_ARE_READ" }
  | { readonly code: "TOO_MANY_TESTS"; readonly most: number }
  /** The request that asks for agreement says no, in its own words. */
  | { readonly code: "APPROVAL_REFUSES"; readonly text: Bilingual };

type Guard = (facts: DraftFacts, actor: Actor) => DraftRefusal | null;

interface Step {
  readonly from: readonly DraftState[];
  readonly by: Permission;
  readonly unless: readonly Guard[];
}

const counted =
  (code: "GAPS" | "UNREACHABLE_ROWS" | "CONTENT_FAULTS" | "TESTS_FAIL", of: (facts: DraftFacts) => number): Guard =>
  (facts) =>
    of(facts) === 0 ? null : { code, count: of(facts) };

const gapsOpen = counted("GAPS", ({ gaps }) => gaps);
const rowsUnreachable = counted("UNREACHABLE_ROWS", ({ unreachable }) => unreachable);
/** What could not be reckoned to its end may have a gap that nobody has seen. */
const tableTooLarge: Guard = ({ tooLarge }) => (tooLarge ? { code: "TABLE_TOO_LARGE" } : null);
const contentFaulty = counted("CONTENT_FAULTS", ({ faults }) => faults);
const testsFail = counted("TESTS_FAIL", ({ testsFailing }) => testsFailing);

/** Whoever wrote a word of it, or put it up for agreement, is no second pair of eyes. */
const ownDraft: Guard = ({ authorIds, proposedById }, { id }) =>
  id !== null && (authorIds.includes(id) || proposedById === id) ? { code: "OWN_DRAFT" } : null;
const approvedByYou: Guard = ({ approvedByIds }, { id }) =>
  id !== null && approvedByIds.includes(id) ? { code: "ALREADY_APPROVED_BY_YOU" } : null;
const approvalsMissing: Guard = ({ approvedByIds }) => {
  const count = approvalsNeeded - approvedByIds.length;
  return count > 0 ? { code: "APPROVALS_MISSING", count } : null;
};
const noteMissing: Guard = ({ note }) => (note.trim() === "" ? { code: "NOTE_MISSING" } : null);
const nothingChanged: Guard = ({ unchanged }) => (unchanged ? { code: "NOTHING_CHANGED" } : null);
/** A change of wording decides nothing otherwise; else people would not be asked to read what binds them. What it was of may be withdrawn since. */
const minorDecidesOtherwise: Guard = ({ kind, decidesOtherwise }) =>
  kind === "MINOR" && decidesOtherwise ? { code: "DECIDES_OTHERWISE" } : null;

/** The life of a draft. The mutations, what the console offers and the tests all read this table. */
// biome-ignore format: a table is read by its columns
export const draftLife: Readonly<Record<DraftAction, Step>> = {
  EDIT:      { from: ["DRAFT"],                          by: "policy.write",   unless: [] },
  SUBMIT:    { from: ["DRAFT"],                          by: "policy.write",   unless: [noteMissing, nothingChanged, contentFaulty, minorDecidesOtherwise] },
  SEND_BACK: { from: ["IN_REVIEW", "APPROVED"],          by: "policy.approve", unless: [] },
  APPROVE:   { from: ["IN_REVIEW"],                      by: "policy.approve", unless: [ownDraft, approvedByYou, gapsOpen, rowsUnreachable, tableTooLarge, testsFail, minorDecidesOtherwise] },
  PUBLISH:   { from: ["APPROVED"],                       by: "policy.publish", unless: [approvalsMissing, gapsOpen, rowsUnreachable, tableTooLarge, testsFail, minorDecidesOtherwise] },
  DISCARD:   { from: ["DRAFT", "IN_REVIEW", "APPROVED"], by: "policy.write",   unless: [] },
};

/** Whether the text itself stands in the way, whoever reads it: nobody can agree to it until it is mended. */
export function isUnfit(facts: Pick<DraftFacts, "gaps" | "unreachable" | "tooLarge" | "testsFailing">): boolean {
  return facts.gaps > 0 || facts.unreachable > 0 || facts.tooLarge || facts.testsFailing > 0;
}

/** Every reason against an action, not the first. */
export function draftRefusals(facts: DraftFacts, action: DraftAction, actor: Actor): readonly DraftRefusal[] {
  const { from, by, unless } = draftLife[action];
  return [
    ...(from.includes(facts.state) ? [] : [{ code: "WRONG_STATE", state: facts.state } as const]),
    ...(actor.permissions.has(by) ? [] : [{ code: "NOT_PERMITTED", needs: by } as const]),
    ...unless.flatMap((guard) => guard(facts, actor) ?? []),
  ];
}
