import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { toCaseEvent } from "../cases/case-event.type.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, emptyConnection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { AuditEntryConnection, AuditEntryType, CaseChainType } from "./audit.type.ts";
import { AuditLogFilterInput, toLogFilter } from "./audit-log.input.ts";
import { chainOfCase } from "./queries/chain-of-case.ts";
import { type LogRow, listLog, logCursor } from "./queries/list-log.ts";

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
    return toConnection(await listLog(ctx.db, ctx.actor, filter, page), page, logCursor, toEntry);
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

function toEntry(row: LogRow): AuditEntryType {
  const event = toCaseEvent(row);
  return Object.assign(new AuditEntryType(), { caseId: row.case_id, id: event.id, event, hash: row.hash });
}
