import { Field, ID, InputType } from "type-graphql";
import { AuditLogFilterInput, toLogFilter } from "../audit/audit-log.input.ts";
import { CaseFilterInput, toCaseFilter } from "../cases/case-filter.input.ts";
import { DisputeFilterInput, toDisputeFilter } from "../disputes/dispute.input.ts";
import { badInput } from "../graphql/cursor.ts";
import { Uuid } from "../graphql/scalars.ts";
import { maskCardNumbers } from "../kernel/card-text.ts";
import { RefundFilterInput, toRefundFilter } from "../refunds/refund.input.ts";
import type { ActionContext } from "../request-context.ts";
import { TransactionFilterInput, toTransactionFilter } from "../transactions/transaction.input.ts";
import { type ExportKind, exportKinds } from "./domain/words.ts";
import type { ExportQuestion } from "./export-question.ts";
import { ExportKindEnum } from "./export-words.type.ts";

@InputType("StartExportInput", { description: "A list as it was asked for. Give the filter of its kind, or none." })
export class StartExportInput {
  @Field(() => ExportKindEnum)
  kind!: ExportKind;

  @Field(() => CaseFilterInput, { nullable: true, description: "For CASES." })
  cases!: CaseFilterInput | null;

  @Field(() => RefundFilterInput, { nullable: true, description: "For REFUNDS." })
  refunds!: RefundFilterInput | null;

  @Field(() => DisputeFilterInput, { nullable: true, description: "For DISPUTES." })
  disputes!: DisputeFilterInput | null;

  @Field(() => TransactionFilterInput, { nullable: true, description: "For TRANSACTIONS." })
  transactions!: TransactionFilterInput | null;

  @Field(() => AuditLogFilterInput, { nullable: true, description: "For AUDIT_LOG." })
  auditLog!: AuditLogFilterInput | null;

  @Field(() => Uuid, {
    description: "Made once per intention. The same key and input give the same export; other input gives KeyReused.",
  })
  idempotencyKey!: string;
}

@InputType("ExportAgainInput", { description: "An export of the viewer's own, whose list is wanted once more." })
export class ExportAgainInput {
  @Field(() => ID)
  exportId!: string;

  @Field(() => Uuid, {
    description: "Made once per intention. The same key and input give the same export; other input gives KeyReused.",
  })
  idempotencyKey!: string;
}

const fields = {
  CASES: "cases",
  REFUNDS: "refunds",
  DISPUTES: "disputes",
  TRANSACTIONS: "transactions",
  AUDIT_LOG: "auditLog",
} as const;

/** What the viewer asks; a filter of another list would be passed over in silence, so it is refused. */
export function toQuestion(input: StartExportInput, ctx: Pick<ActionContext, "actor" | "clock">): ExportQuestion {
  const { kind } = input;
  const foreign = exportKinds.find((other) => other !== kind && input[fields[other]] != null);
  if (foreign !== undefined) throw badInput(`\`${fields[foreign]}\` narrows ${foreign}, and \`kind\` is ${kind}.`);
  switch (kind) {
    case "CASES":
      return { kind, filter: toCaseFilter(input.cases, ctx) };
    case "REFUNDS":
      return { kind, filter: toRefundFilter(input.refunds, ctx) };
    case "DISPUTES":
      return { kind, filter: toDisputeFilter(input.disputes, ctx) };
    case "TRANSACTIONS":
      refuseCard(input.transactions?.text ?? "");
      return { kind, filter: toTransactionFilter(input.transactions, ctx) };
    case "AUDIT_LOG": {
      const filter = toLogFilter(input.auditLog);
      if (filter === null) throw badInput("`auditLog` names a person or a merchant by an id that is none.");
      return { kind, filter };
    }
  }
}

/** What was searched for is kept with the export, and a card's number is kept nowhere. */
function refuseCard(text: string): void {
  if (maskCardNumbers(text) !== text)
    throw badInput("`transactions.text` holds a card number. Search by its last four.");
}
