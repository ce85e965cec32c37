import type { Db } from "../../platform/database/database.ts";
import { chainHash, chainStart } from "../../platform/journal.ts";
import { type ChainName, chainNames } from "../domain/words.ts";
import type { BrokenLink } from "./chains/chain.ts";
import { chains } from "./chains/chain-table.ts";

/** The first row of a kind that does not verify, and whose it is. */
export interface BrokenChain extends BrokenLink {
  readonly chain: ChainName;
  readonly id: string;
  readonly name: string;
}

/** What came of one line of the table. */
export interface ChainReport {
  readonly chain: ChainName;
  readonly things: number;
  readonly links: number;
  readonly broken: BrokenChain | null;
}

export interface ChainsReport {
  readonly chains: readonly ChainReport[];
  /** SHA-256 over the heads of all chains in order: kept elsewhere, it shows a chain rewritten as a whole. Null where one is broken. */
  readonly checkpoint: string | null;
  /** The first that is broken, in the order of the table. */
  readonly broken: BrokenChain | null;
}

/** Recomputes everything that is proved by hashes, some things at a time. A kind stops at its first bad row; the others go on. */
export async function verifyChains(db: Db): Promise<ChainsReport> {
  const reports: ChainReport[] = [];
  let checkpoint = chainStart;
  for (const chain of chainNames) {
    const { head, ...report } = await verifyChain(db, chain);
    reports.push(report);
    checkpoint = chainHash(checkpoint, { chain, head });
  }
  const broken = reports.find((report) => report.broken !== null)?.broken ?? null;
  return { chains: reports, checkpoint: broken === null ? checkpoint : null, broken };
}

async function verifyChain(db: Db, chain: ChainName): Promise<ChainReport & { readonly head: string }> {
  const { check, atOnce } = chains[chain];
  let [things, links, head]: [number, number, string] = [0, 0, chainStart];
  let after: string | null = null;
  for (;;) {
    const batch = await check(db, after, atOnce);
    for (const { id, name, head: own, count, broken } of batch) {
      [things, links, after] = [things + 1, links + count, id];
      if (broken !== null) return { chain, things, links, head, broken: { chain, id, name, ...broken } };
      head = chainHash(head, { id, head: own, count });
    }
    if (batch.length < atOnce) return { chain, things, links, head, broken: null };
  }
}
