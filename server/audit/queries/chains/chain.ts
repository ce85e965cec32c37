import type { Db } from "../../../platform/database/database.ts";
import { chainHash, chainStart } from "../../../platform/journal.ts";
import type { Tables } from "../../../tables.ts";
import type { ChainFault } from "../../domain/words.ts";

/** A column of the database, as `case_event.data`. */
export type Column = { [Table in keyof Tables]: `${Table}.${keyof Tables[Table] & string}` }[keyof Tables];

/** The first row of one thing that is not as it was written. */
export interface BrokenLink {
  readonly fault: ChainFault;
  readonly sequence: number;
  readonly rowId: string | null;
}

/** One thing whose rows are proved by hashes: a case, a sample, a policy. */
export interface CheckedThing {
  readonly id: string;
  /** What people know it by. */
  readonly name: string;
  readonly head: string;
  readonly count: number;
  readonly broken: BrokenLink | null;
}

/** How all things of one kind are read and proved. */
export interface Chain {
  /** The type by which the wire names a thing of it. */
  readonly node: "Case" | "AuditSample" | "Policy" | "Course";
  /** Every column that it proves: whoever changes one past the door is found. */
  readonly proves: readonly Column[];
  /** How many things one statement reads. */
  readonly atOnce: number;
  /** The first things after this one by their ids, each in whole as one statement saw it, and checked. */
  readonly check: (db: Db, after: string | null, most: number) => Promise<readonly CheckedThing[]>;
}

/** What every event of a chain has. */
export interface StoredLink {
  readonly id: string;
  readonly sequence: number;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Recomputes a chain from its first event up to the head that its owner keeps. */
export function walkChain<Link extends StoredLink>(
  links: readonly Link[],
  kept: { readonly chain_head: string; readonly event_count: number },
  contentOf: (link: Link) => unknown,
  faultBeside: (link: Link) => ChainFault | null = () => null,
): BrokenLink | null {
  let [head, count] = [chainStart, 0];
  for (const link of links) {
    const broken = (fault: ChainFault, sequence = link.sequence): BrokenLink => ({ fault, sequence, rowId: link.id });
    if (link.sequence !== count + 1) return broken("SEQUENCE_BROKEN", count + 1);
    if (link.previous_hash !== head) return broken("PREVIOUS_HASH_DIFFERS");
    if (link.hash !== chainHash(head, contentOf(link))) return broken("HASH_DIFFERS");
    const beside = faultBeside(link);
    if (beside !== null) return broken(beside);
    [head, count] = [link.hash, link.sequence];
  }
  return head === kept.chain_head && count === kept.event_count
    ? null
    : { fault: "HEAD_DIFFERS", sequence: count, rowId: links.at(-1)?.id ?? null };
}

/** The head of what was never written as a chain: one hash over the hashes of its rows in order. */
export function headOver(hashes: readonly string[]): string {
  return hashes.reduce(chainHash, chainStart);
}
