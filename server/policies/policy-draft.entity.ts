import { defineEntity, p } from "@mikro-orm/core";
import type { ChangeKind, DraftAction, DraftState } from "./domain/draft-life.ts";
import type { PolicyContent } from "./domain/policy-content.ts";

/** The text of a coming version while people work on it and agree to it. One a policy is open at a time. */
export const PolicyDraftSchema = defineEntity({
  name: "PolicyDraft",
  tableName: "policy_draft",
  properties: {
    /** Becomes the id of the version that it is published as. */
    id: p.uuid().primary(),
    policy: p.text(),
    /** Raised by every write, so that nobody saves over what they have not seen. */
    revision: p.integer(),
    state: p.text().$type<DraftState>(),
    kind: p.text().$type<ChangeKind>(),
    note: p.text(),
    content: p.json<PolicyContent>(),
    contentHash: p.text(),
    baseVersionId: p.uuid().nullable(),
    authorIds: p.array().default([]),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class PolicyDraft extends PolicyDraftSchema.class {}
PolicyDraftSchema.setClass(PolicyDraft);

/** What happened to a draft, by whose hand and over which text. Only ever added to. */
export const PolicyDraftEventSchema = defineEntity({
  name: "PolicyDraftEvent",
  tableName: "policy_draft_event",
  properties: {
    id: p.uuid().primary(),
    draftId: p.uuid(),
    action: p.text().$type<DraftAction | "START" | "LAPSE" | "WITHDRAW" | "END">(),
    /** Null: nobody's hand, time ran out. */
    actorId: p.uuid().nullable(),
    contentHash: p.text(),
    note: p.text().nullable(),
    at: p.datetime(3),
  },
});

export class PolicyDraftEvent extends PolicyDraftEventSchema.class {}
PolicyDraftEventSchema.setClass(PolicyDraftEvent);
