import type { InferKyselyDB } from "@mikro-orm/sql";
import { ApprovalDecisionSchema, ApprovalRequestSchema } from "./approvals/approval-request.entity.ts";
import { AccessRecordSchema } from "./audit/access-record.entity.ts";
import { AuditEventSchema } from "./audit/audit-event.entity.ts";
import { AuditFindingSchema } from "./audit/audit-finding.entity.ts";
import { AuditRunChainSchema, AuditRunSchema } from "./audit/audit-run.entity.ts";
import { AuditItemSchema, AuditSampleSchema } from "./audit/audit-sample.entity.ts";
import { ExceptionNoteSchema } from "./audit/exception-note.entity.ts";
import { CalendarEventSchema } from "./calendars/calendar-event.entity.ts";
import { CaseSchema } from "./cases/case.entity.ts";
import { CaseCheckSchema } from "./cases/case-check.entity.ts";
import { CaseClockSchema } from "./cases/case-clock.entity.ts";
import { CaseCountDeltaSchema, CaseCountSchema } from "./cases/case-count.entity.ts";
import { CaseEventSchema } from "./cases/case-event.entity.ts";
import { CaseMessageSchema } from "./cases/case-message.entity.ts";
import { CaseNameTermSchema } from "./cases/case-name-term.entity.ts";
import { CustomerSchema } from "./cases/customer.entity.ts";
import { DecisionSchema } from "./cases/decision.entity.ts";
import { IdempotencyKeySchema } from "./cases/idempotency-key.entity.ts";
import { CalendarSchema } from "./clocks/calendar.entity.ts";
import { CalendarDaySchema } from "./clocks/calendar-day.entity.ts";
import { CalendarYearSchema } from "./clocks/calendar-year.entity.ts";
import { SavedViewSchema, ViewOrderSchema } from "./desk/saved-view.entity.ts";
import { DisputeSchema } from "./disputes/dispute.entity.ts";
import {
  EvidenceContentSchema,
  EvidencePartSchema,
  EvidenceSchema,
  EvidenceTicketSchema,
} from "./evidence/evidence.entity.ts";
import { ExportPieceSchema, ExportRunSchema } from "./exports/export-run.entity.ts";
import { InstitutionSchema } from "./merchants/institution.entity.ts";
import { MerchantSchema } from "./merchants/merchant.entity.ts";
import { RegistryEventSchema } from "./merchants/registry-event.entity.ts";
import { TerminalSchema } from "./merchants/terminal.entity.ts";
import {
  NoticeAttemptSchema,
  NoticeSchema,
  NoticeTemplateSchema,
  WebhookEndpointEventSchema,
  WebhookEndpointSchema,
} from "./notices/notice.entity.ts";
import { SpentPuzzleSchema } from "./platform/puzzle/spent-puzzle.entity.ts";
import { PolicySchema } from "./policies/policy.entity.ts";
import { PolicyAttestationSchema } from "./policies/policy-attestation.entity.ts";
import { PolicyDraftEventSchema, PolicyDraftSchema } from "./policies/policy-draft.entity.ts";
import { PolicyTestSchema } from "./policies/policy-test.entity.ts";
import { PolicyVersionSchema } from "./policies/policy-version.entity.ts";
import { ReferralSchema } from "./referrals/referral.entity.ts";
import { ProviderMaintenanceEventSchema, ProviderMaintenanceSchema } from "./refunds/maintenance.entity.ts";
import { RefundAttemptSchema, RefundSchema } from "./refunds/refund.entity.ts";
import { RoleChangeSchema } from "./roles/role-change.entity.ts";
import { DeskSettingsEventSchema, DeskSettingsSchema } from "./settings/desk-settings.entity.ts";
import { ApiKeySchema } from "./staff/api-key.entity.ts";
import { DelegationSchema } from "./staff/delegation.entity.ts";
import { KnownPermissionSchema, RoleSchema } from "./staff/role.entity.ts";
import { StaffSchema } from "./staff/staff.entity.ts";
import { StaffEventSchema, StaffInvitationSchema } from "./staff/staff-event.entity.ts";
import { CaseMentionSchema } from "./threads/case-mention.entity.ts";
import { HeldMessageSchema } from "./threads/held-message.entity.ts";
import { MessageTemplateSchema } from "./threads/message-template.entity.ts";
import { CourseSchema, CourseVersionSchema } from "./training/course.entity.ts";
import { TrainingImportSchema } from "./training/training-import.entity.ts";
import {
  TrainingAttemptSchema,
  TrainingDueChangeSchema,
  TrainingRecordSchema,
  TrainingReminderSchema,
} from "./training/training-record.entity.ts";
import { TrainingRuleSchema } from "./training/training-rule.entity.ts";
import { ImportChunkSchema, ImportErrorSchema, ImportRunSchema } from "./transactions/import-run.entity.ts";
import { TransactionSchema } from "./transactions/transaction.entity.ts";

/** Every entity of the house, lowest feature first. MikroORM maps them, and the tables that Kysely reads are inferred from them. */
export const entities = [
  StaffSchema,
  RoleSchema,
  KnownPermissionSchema,
  ApiKeySchema,
  DelegationSchema,
  StaffInvitationSchema,
  StaffEventSchema,
  DeskSettingsSchema,
  DeskSettingsEventSchema,
  MerchantSchema,
  TerminalSchema,
  InstitutionSchema,
  RegistryEventSchema,
  ApprovalRequestSchema,
  ApprovalDecisionSchema,
  TransactionSchema,
  ImportRunSchema,
  ImportErrorSchema,
  ImportChunkSchema,
  CalendarSchema,
  CalendarDaySchema,
  CalendarYearSchema,
  CalendarEventSchema,
  EvidenceSchema,
  EvidenceContentSchema,
  EvidenceTicketSchema,
  EvidencePartSchema,
  PolicySchema,
  PolicyVersionSchema,
  PolicyDraftSchema,
  PolicyDraftEventSchema,
  PolicyTestSchema,
  PolicyAttestationSchema,
  CustomerSchema,
  CaseSchema,
  CaseEventSchema,
  CaseMessageSchema,
  CaseNameTermSchema,
  CaseCheckSchema,
  CaseClockSchema,
  DecisionSchema,
  CaseCountSchema,
  CaseCountDeltaSchema,
  IdempotencyKeySchema,
  HeldMessageSchema,
  CaseMentionSchema,
  MessageTemplateSchema,
  RefundSchema,
  RefundAttemptSchema,
  ProviderMaintenanceSchema,
  ProviderMaintenanceEventSchema,
  DisputeSchema,
  ReferralSchema,
  RoleChangeSchema,
  SpentPuzzleSchema,
  WebhookEndpointSchema,
  WebhookEndpointEventSchema,
  NoticeTemplateSchema,
  NoticeSchema,
  NoticeAttemptSchema,
  AuditRunSchema,
  AuditRunChainSchema,
  ExceptionNoteSchema,
  AuditSampleSchema,
  AuditItemSchema,
  AuditFindingSchema,
  AuditEventSchema,
  AccessRecordSchema,
  SavedViewSchema,
  ViewOrderSchema,
  CourseSchema,
  CourseVersionSchema,
  TrainingRuleSchema,
  TrainingImportSchema,
  TrainingRecordSchema,
  TrainingAttemptSchema,
  TrainingDueChangeSchema,
  TrainingReminderSchema,
  ExportRunSchema,
  ExportPieceSchema,
] as const;

/** Tables as plain rows: snake_case columns, bigint for int8, Date for timestamptz. */
export type Tables = InferKyselyDB<(typeof entities)[number]>;
