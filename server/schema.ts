import "reflect-metadata";
import { createPubSub } from "@graphql-yoga/subscription";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { ApprovalResolver } from "./approvals/approval.resolver.ts";
import { AccessResolver } from "./audit/access.resolver.ts";
import { AuditResolver } from "./audit/audit.resolver.ts";
import { AuditRunResolver } from "./audit/audit-run.resolver.ts";
import { DeskLogResolver } from "./audit/desk-log.resolver.ts";
import { ExceptionResolver } from "./audit/exception.resolver.ts";
import { AuditEventResolver, FindingResolver, SampleItemResolver } from "./audit/finding.resolver.ts";
import { SampleResolver } from "./audit/sample.resolver.ts";
import { CalendarEventResolver, CalendarResolver } from "./calendars/calendar.resolver.ts";
import { ApprovalCaseResolver } from "./cases/approval-case.resolver.ts";
import { BulkResolver } from "./cases/bulk.resolver.ts";
import { CaseResolver } from "./cases/case.resolver.ts";
import { CaseActionResolver } from "./cases/case-action.resolver.ts";
import { CaseEventResolver } from "./cases/case-event.resolver.ts";
import { CaseSubscriptionResolver } from "./cases/case-subscription.resolver.ts";
import { CaseTransactionResolver, TransactionCasesResolver } from "./cases/case-transaction.resolver.ts";
import { CheckResolver } from "./cases/check.resolver.ts";
import { CustomerResolver } from "./cases/customer.resolver.ts";
import { CaseDecisionResolver, DecisionResolver } from "./cases/decision.resolver.ts";
import { EvidenceResolver } from "./cases/evidence.resolver.ts";
import { LostLinkResolver } from "./cases/lost-link.resolver.ts";
import {
  DecisionHistoryResolver,
  PolicyBackTestResolver,
  PolicyVersionHistoryResolver,
} from "./cases/policy-history.resolver.ts";
import { RequestResolver } from "./cases/request.resolver.ts";
import { RequestPreviewResolver } from "./cases/request-preview.resolver.ts";
import { StaffWorkResolver } from "./cases/staff-work.resolver.ts";
import { ActionOutlookResolver, CaseOwnWordResolver } from "./desk/action-outlook.resolver.ts";
import { CaseHoldingResolver, LookingBackResolver, ReopenableResolver } from "./desk/looking-back.resolver.ts";
import { NodeResolver } from "./desk/node.resolver.ts";
import { SavedViewResolver } from "./desk/saved-view.resolver.ts";
import { SearchResolver } from "./desk/search.resolver.ts";
import { SupervisorResolver } from "./desk/supervisor.resolver.ts";
import { TrackedCaseResolver } from "./desk/tracked-case.resolver.ts";
import { CaseDisputeResolver, DisputeResolver } from "./disputes/dispute.resolver.ts";
import { ExportResolver } from "./exports/export.resolver.ts";
import { ExportSubscriptionResolver } from "./exports/export-subscription.resolver.ts";
import { guardFields } from "./graphql/access.ts";
import { MoneyResolver } from "./graphql/money.type.ts";
import { InsightPointResolver, InsightResolver } from "./insight/insight.resolver.ts";
import { InstitutionResolver, StaffScopeResolver } from "./merchants/institution.resolver.ts";
import { MerchantResolver } from "./merchants/merchant.resolver.ts";
import { InstitutionRegistryResolver, RegistryEventResolver, RegistryResolver } from "./merchants/registry.resolver.ts";
import {
  WebhookDeliveryResolver,
  WebhookEndpointEventResolver,
  WebhookEndpointResolver,
} from "./notices/endpoint.resolver.ts";
import { InvitationResolver, StaffInvitationResolver } from "./notices/invitation.resolver.ts";
import { CaseNoticesResolver, NoticeResolver } from "./notices/notice.resolver.ts";
import { NoticeTemplateResolver } from "./notices/notice-template.resolver.ts";
import { PolicyResolver } from "./policies/policy.resolver.ts";
import { PolicyActionResolver } from "./policies/policy-action.resolver.ts";
import { PolicyBookResolver } from "./policies/policy-book.resolver.ts";
import { PolicyDraftResolver } from "./policies/policy-draft.resolver.ts";
import { PolicyScopeResolver } from "./policies/policy-scope.resolver.ts";
import { PolicyVersionResolver, ViewerReadingResolver } from "./policies/policy-version.resolver.ts";
import { ViewerLimitsResolver } from "./policies/viewer-limits.resolver.ts";
import { CaseReferralResolver, ReferralResolver } from "./referrals/referral.resolver.ts";
import {
  HeldBackRefundResolver,
  PaymentProviderResolver,
  ProviderMaintenanceEventResolver,
  ProviderMaintenanceResolver,
} from "./refunds/maintenance.resolver.ts";
import { CaseRefundResolver, RefundResolver } from "./refunds/refund.resolver.ts";
import { RefundActionResolver } from "./refunds/refund-action.resolver.ts";
import { ApprovalRoleResolver, RoleChangeResolver, RoleResolver } from "./roles/role.resolver.ts";
import { DeskSettingsEventResolver, DeskSettingsResolver } from "./settings/settings.resolver.ts";
import { ApiKeyResolver } from "./staff/api-key.resolver.ts";
import { DelegationResolver } from "./staff/delegation.resolver.ts";
import { PeopleResolver, StaffEventResolver } from "./staff/people.resolver.ts";
import { StaffResolver } from "./staff/staff.resolver.ts";
import { HeldMessageResolver } from "./threads/held-message.resolver.ts";
import { MentionResolver, MessageMentionsResolver, ViewerMentionsResolver } from "./threads/mention.resolver.ts";
import { MessageTemplateResolver } from "./threads/message-template.resolver.ts";
import { PresenceResolver } from "./threads/presence.resolver.ts";
import { AssignmentChangeResolver } from "./training/assignment-change.resolver.ts";
import { CourseResolver } from "./training/course.resolver.ts";
import { LearnerPlaceResolver } from "./training/learner-place.resolver.ts";
import { QuizResolver } from "./training/quiz.resolver.ts";
import { ApprovalReasonTrainingResolver, RefusalTrainingResolver } from "./training/refusal-training.resolver.ts";
import { StandInTrainingResolver } from "./training/stand-in-training.resolver.ts";
import { TrainingImportResolver } from "./training/training-import.resolver.ts";
import { TrainingMatrixResolver } from "./training/training-matrix.resolver.ts";
import { TrainingRecordResolver } from "./training/training-record.resolver.ts";
import { TrainingRuleResolver } from "./training/training-rule.resolver.ts";
import { ImportRunResolver } from "./transactions/import-run.resolver.ts";
import { ImportSubscriptionResolver } from "./transactions/import-subscription.resolver.ts";
import { TransactionResolver } from "./transactions/transaction.resolver.ts";

/** Every resolver of the house, lowest feature first. A class that is not here is not on the wire. */
const resolvers: Parameters<typeof buildSchemaSync>[0]["resolvers"] = [
  MoneyResolver,
  StaffResolver,
  PeopleResolver,
  StaffEventResolver,
  StaffWorkResolver,
  DelegationResolver,
  ApiKeyResolver,
  MerchantResolver,
  RegistryResolver,
  InstitutionRegistryResolver,
  RegistryEventResolver,
  InstitutionResolver,
  StaffScopeResolver,
  TransactionResolver,
  ImportRunResolver,
  ImportSubscriptionResolver,
  PolicyResolver,
  PolicyBookResolver,
  PolicyVersionResolver,
  PolicyDraftResolver,
  PolicyScopeResolver,
  PolicyActionResolver,
  ViewerReadingResolver,
  ViewerLimitsResolver,
  ApprovalResolver,
  CaseResolver,
  CustomerResolver,
  ApprovalCaseResolver,
  CaseEventResolver,
  CaseActionResolver,
  BulkResolver,
  CaseSubscriptionResolver,
  CaseTransactionResolver,
  CheckResolver,
  DeskSettingsResolver,
  DeskSettingsEventResolver,
  CalendarResolver,
  CalendarEventResolver,
  TransactionCasesResolver,
  RoleResolver,
  RoleChangeResolver,
  ApprovalRoleResolver,
  EvidenceResolver,
  HeldMessageResolver,
  MentionResolver,
  ViewerMentionsResolver,
  MessageMentionsResolver,
  MessageTemplateResolver,
  PresenceResolver,
  RequestResolver,
  LostLinkResolver,
  RequestPreviewResolver,
  TrackedCaseResolver,
  CaseDecisionResolver,
  DecisionResolver,
  PolicyVersionHistoryResolver,
  PolicyBackTestResolver,
  DecisionHistoryResolver,
  RefundResolver,
  CaseRefundResolver,
  PaymentProviderResolver,
  ProviderMaintenanceResolver,
  ProviderMaintenanceEventResolver,
  HeldBackRefundResolver,
  RefundActionResolver,
  DisputeResolver,
  CaseDisputeResolver,
  ReferralResolver,
  CaseReferralResolver,
  SavedViewResolver,
  CourseResolver,
  QuizResolver,
  TrainingRecordResolver,
  AssignmentChangeResolver,
  TrainingRuleResolver,
  TrainingMatrixResolver,
  LearnerPlaceResolver,
  TrainingImportResolver,
  RefusalTrainingResolver,
  StandInTrainingResolver,
  ApprovalReasonTrainingResolver,
  NoticeResolver,
  WebhookEndpointResolver,
  WebhookDeliveryResolver,
  WebhookEndpointEventResolver,
  CaseNoticesResolver,
  StaffInvitationResolver,
  InvitationResolver,
  NoticeTemplateResolver,
  AuditResolver,
  DeskLogResolver,
  AuditRunResolver,
  ExceptionResolver,
  AccessResolver,
  SampleResolver,
  SampleItemResolver,
  FindingResolver,
  AuditEventResolver,
  ExportResolver,
  ExportSubscriptionResolver,
  SupervisorResolver,
  LookingBackResolver,
  CaseHoldingResolver,
  ReopenableResolver,
  InsightResolver,
  InsightPointResolver,
  ActionOutlookResolver,
  CaseOwnWordResolver,
  NodeResolver,
  SearchResolver,
];

/** The whole API, with the table of field permissions in front of it. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers,
    // Resolvers get rows that we made ourselves; inputs are judged by scalars, by `freeText` and by the rules.
    validate: false,
    // Whoever runs it judges it first, graphql-js like Apollo; built, it need not be judged twice at every start.
    skipCheck: true,
    // Asked for as soon as there is a subscription. Ours hear PostgreSQL, so that every process hears every change.
    pubSub: createPubSub(),
  });
  return guardFields(schema);
}

/** The schema as it is committed: sorted, so that a difference shows what changed and not in which order files were read. */
export function printApiSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`;
}
