import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "../kernel/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { AuditRunChainType, AuditRunType } from "./audit.type.ts";
import { type AuditRunRow, chainsOfRun, latestRuns, type RunChainRow } from "./queries/audit-runs.ts";
import { chains } from "./queries/chains/chain-table.ts";

const runsShown = 10;

/** What came of verifying everything, chain by chain. */
@Resolver(() => AuditRunType)
export class AuditRunResolver {
  @Query(() => [AuditRunType], {
    description: "The last ten times that everything was verified, by the nightly job or by command, the newest first.",
  })
  async auditRuns(@Ctx() { db }: RequestContext): Promise<readonly AuditRunType[]> {
    return (await latestRuns(db, runsShown)).map(toRun);
  }

  @FieldResolver(() => [AuditRunChainType], {
    description: "Kind by kind, in the order of the desk's table of chains.",
  })
  async chains(@Root() { rowId }: AuditRunType, @Ctx() { loaders }: RequestContext): Promise<AuditRunChainType[]> {
    return (await loaders.load(chainsOfRun, rowId)).map(toRunChain);
  }
}

function toRun(row: AuditRunRow): AuditRunType {
  return Object.assign(new AuditRunType(), {
    rowId: row.id,
    id: toGlobalId("AuditRun", row.id),
    cause: row.cause,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    checkpoint: row.checkpoint,
    moneyFaults: row.money_faults,
    moneyReference: row.money_reference,
  });
}

function toRunChain(row: RunChainRow): AuditRunChainType {
  const { node } = chains[row.chain];
  return {
    chain: row.chain,
    things: row.things,
    links: row.links,
    fault: row.fault,
    // A policy's id is its name.
    brokenId: row.broken_id === null || node === "Policy" ? row.broken_id : toGlobalId(node, row.broken_id),
    brokenName: row.broken_name,
    brokenSequence: row.broken_sequence,
  };
}
