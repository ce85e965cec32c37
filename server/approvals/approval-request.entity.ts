import { defineEntity, p } from "@mikro-orm/core";
import type { Permission } from "../staff/domain/permissions.ts";
import { Staff } from "../staff/staff.entity.ts";
import type { Barred } from "./domain/may-decide.ts";
import type { ApprovalState, ApprovalSubjectKind, ApprovalVerdict } from "./domain/words.ts";

/** Plain facts of what is asked, by which a person knows it: ids, codes, names of things; never free text or personal data. */
export type ApprovalDetail = Readonly<Record<string, string | number | boolean | null>>;

/** Something that others have to agree to before it happens. The subject is a plain id: approvals stand below what is approved. */
export const ApprovalRequestSchema = defineEntity({
  name: "ApprovalRequest",
  tableName: "approval_request",
  properties: {
    id: p.uuid().primary(),
    subjectKind: p.text().$type<ApprovalSubjectKind>(),
    subjectId: p.uuid(),
    /** The case that it belongs to, and whose scope it has. */
    caseId: p.uuid().nullable(),
    version: p.integer().default(1),
    state: p.text().$type<ApprovalState>(),
    proposer: () => p.manyToOne(Staff).nullable(),
    barred: p.json<readonly Barred[]>(),
    /** Every right whose agreement is needed, in order. */
    needs: p.array().$type<Permission[]>(),
    /** Those of them that are still to come. */
    missing: p.array().$type<Permission[]>(),
    currency: p.text().nullable(),
    amountMinor: p.bigint("bigint").nullable(),
    detail: p.json<ApprovalDetail>(),
    /** The proposer's own words, cleaned and masked. */
    reason: p.text().nullable(),
    openedAt: p.datetime(3),
    escalatesAt: p.datetime(3),
    escalatedAt: p.datetime(3).nullable(),
    expiresAt: p.datetime(3),
    closedAt: p.datetime(3).nullable(),
  },
});

export class ApprovalRequest extends ApprovalRequestSchema.class {}
ApprovalRequestSchema.setClass(ApprovalRequest);

/** One person's word on a request, for themselves or for a colleague who is away. Never changed or removed. */
export const ApprovalDecisionSchema = defineEntity({
  name: "ApprovalDecision",
  tableName: "approval_decision",
  properties: {
    id: p.uuid().primary(),
    request: () => p.manyToOne(ApprovalRequest),
    staff: () => p.manyToOne(Staff),
    for: () => p.manyToOne(Staff).nullable(),
    /** The right by which it was given. */
    level: p.text().$type<Permission>(),
    verdict: p.text().$type<ApprovalVerdict>(),
    note: p.text().nullable(),
    /** Made once per intention: the same person's same key is the same decision. */
    key: p.uuid(),
    at: p.datetime(3),
  },
});

export class ApprovalDecision extends ApprovalDecisionSchema.class {}
ApprovalDecisionSchema.setClass(ApprovalDecision);
