import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { toCaseEvent } from "../cases/case-event.type.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, emptyConnection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { endOfDay, startOfDay } from "../kernel/zoned-time.ts";
import type { RequestContext } from "../request-context.ts";
import { AuditEntryConnection, AuditEntryType, AuditLogFilterInput, CaseChainType } from "./audit.type.ts";
import { chainOfCase } from "./queries/chain-of-case.ts";
import { type LogFilter, type LogRow, listLog } from "./queries/list-log.ts";

/** The auditor's log: what happened to every case, and the proof that it is as it was written. */
@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Query(() => AuditEntryConnection, { description: "What happened to the cases in sight, the latest first." })
  async auditLog(
    @Arg("filter", () => AuditLogFilterInput, { nullable: true }) input: AuditLogFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditEntryType>> {
    const page = pageRequest(first, after, 2);
    const filter = toLogFilter(input);
    if (filter === null) return emptyConnection();
    return toConnection(
      await listLog(ctx.db, ctx.actor, filter, page),
      page,
      ({ at, id }) => [at.toISOString(), id],
      toEntry,
    );
  }

  @Query(() => CaseChainType, {
    nullable: true,
    description: "Recomputes one case's chain of hashes now, from its first event; null where there is no such case.",
  })
  async chainOfCase(
    @Arg("caseId", () => ID) caseId: string,
    @Ctx() { db, actor, clock }: RequestContext,
  ): Promise<CaseChainType | null> {
    const id = rowId(caseId, "Case");
    const chain = id === null ? null : await chainOfCase(db, actor, id);
    if (chain === null) return null;
    const { broken, ...rest } = chain;
    return Object.assign(new CaseChainType(), {
      ...rest,
      verifiedAt: clock.now(),
      fault: broken?.fault ?? null,
      brokenAt: broken?.sequence ?? null,
    });
  }

  @FieldResolver(() => CaseType, { nullable: true })
  async case(@Root() { caseId }: AuditEntryType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = await ctx.loaders.load(caseById, caseId);
    return found === null ? null : toCase(found);
  }
}

/** Null where the filter names somebody or something that cannot be there: then nothing was found. */
function toLogFilter(input: AuditLogFilterInput | null): LogFilter | null {
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

function toEntry(row: LogRow): AuditEntryType {
  const event = toCaseEvent(row);
  return Object.assign(new AuditEntryType(), { caseId: row.case_id, id: event.id, event, hash: row.hash });
}
