import { Field, ID, InputType } from "type-graphql";
import { CaseEventKindEnum, CaseStateEnum } from "../cases/case-words.type.ts";
import type { CaseEventKind, CaseState } from "../cases/domain/words.ts";
import { rowId } from "../graphql/ids.ts";
import { DayScalar } from "../graphql/scalars.ts";
import type { Day } from "../kernel/day.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { endOfDay, startOfDay } from "../kernel/zoned-time.ts";
import type { LogFilter } from "./queries/list-log.ts";

@InputType("AuditLogFilter", {
  description: "Everything left out is not asked; everything given must hold. Days are the desk's.",
})
export class AuditLogFilterInput {
  @Field(() => ID, { nullable: true, description: "Who acted: an id of Staff." })
  actorId!: string | null;

  @Field(() => String, { nullable: true })
  caseNumber!: string | null;

  @Field(() => [CaseEventKindEnum], { nullable: true })
  kinds!: CaseEventKind[] | null;

  @Field(() => CaseStateEnum, { nullable: true, description: "Where the case rested afterwards." })
  toState!: CaseState | null;

  @Field(() => ID, { nullable: true })
  merchantId!: string | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or later." })
  from!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or before." })
  to!: Day | null;
}

/** Null where the filter names somebody or something that cannot be there: then nothing was found. */
export function toLogFilter(input: AuditLogFilterInput | null): LogFilter | null {
  if (input == null) return {};
  const { actorId, caseNumber, kinds, toState, merchantId, from, to } = input;
  const [staff, merchant] = [
    actorId == null ? undefined : rowId(actorId, "Staff"),
    merchantId == null ? undefined : rowId(merchantId, "Merchant"),
  ];
  if (staff === null || merchant === null) return null;
  return {
    ...(staff !== undefined && { actorId: staff }),
    ...(merchant !== undefined && { merchantId: merchant }),
    ...(caseNumber != null && { caseNumber: caseNumber.trim().toUpperCase() }),
    ...(kinds != null && { kinds }),
    ...(toState != null && { toState }),
    ...(from != null && { from: startOfDay(from, deskTimeZone()) }),
    ...(to != null && { until: endOfDay(to, deskTimeZone()) }),
  };
}
