import type { CheckKind, CheckOutcome } from "../../cases/domain/checks.ts";
import type { Speaker } from "../../cases/domain/told-words.ts";
import type { CaseEventKind, CaseReason, CaseState, MessageThread } from "../../cases/domain/words.ts";
import { accessNoted } from "../../cases/queries/access-noted.ts";
import type { ClockState } from "../../clocks/domain/words.ts";
import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import type { Ask } from "../../graphql/ask-schema.ts";
import type { RefundState } from "../../refunds/domain/words.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Role } from "../../staff/domain/roles.ts";
import { casesInSight } from "../../staff/scope.ts";

/** One page of the story; the rest of the case comes with the first. */
export const caseFileQuestion = `query CaseFile($number: String!, $after: String, $begins: Boolean!) {
  case(number: $number) {
    events(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { sequence kind from to at actorRole actor { name } facts(names: ["clock"]) { value } messages { thread saidBy body } } }
    }
    ... @include(if: $begins) {
      number state reason openedAt closedAt
      amount { formatted } refundable { formatted }
      merchant { name nameZh } customer { name phone email } assignee { name }
      transaction {
        processedAt cardLast4 voucherNumber retrievalReference
        captured { formatted } refunded { formatted } inFlight { formatted } chargedBack { formatted } paidTwice { minor formatted }
      }
      refunds { state amount { formatted } createdAt settledAt returnedAt provider }
      decision { because at trace { rowNumber hit text } facts policyVersion { name } }
      checks { kind outcome reason at }
      clocks { title state dueAt endedAt source }
      evidence { kind fileName bytes sha256 uploadedAt uploadedBy }
    }
  }
}`;

type Moment = string | Date;
interface Amount {
  readonly formatted: string;
}
export interface FileEvent {
  readonly sequence: number;
  readonly kind: CaseEventKind;
  /** Of a deadline that passed: what it is called. */
  readonly facts: readonly { readonly value: string }[];
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly at: Moment;
  readonly actorRole: Role;
  readonly actor: { readonly name: string } | null;
  readonly messages: readonly { readonly thread: MessageThread; readonly saidBy: Speaker; readonly body: string }[];
}
interface CaseParts {
  readonly number: string;
  readonly state: CaseState;
  readonly reason: CaseReason;
  readonly openedAt: Moment;
  readonly closedAt: Moment | null;
  readonly amount: Amount;
  readonly refundable: Amount | null;
  readonly merchant: { readonly name: string; readonly nameZh: string | null };
  readonly customer: { readonly name: string; readonly phone: string | null; readonly email: string | null } | null;
  readonly assignee: { readonly name: string } | null;
  readonly transaction: {
    readonly processedAt: Moment;
    readonly cardLast4: string;
    readonly voucherNumber: string | null;
    readonly retrievalReference: string | null;
    readonly captured: Amount;
    readonly refunded: Amount;
    readonly inFlight: Amount;
    readonly chargedBack: Amount;
    readonly paidTwice: Amount & { readonly minor: string };
  } | null;
  readonly refunds: readonly {
    readonly state: RefundState;
    readonly amount: Amount;
    readonly createdAt: Moment;
    readonly settledAt: Moment | null;
    readonly returnedAt: Moment | null;
    readonly provider: string;
  }[];
  readonly decision: {
    readonly because: string;
    readonly at: Moment;
    readonly trace: readonly { readonly rowNumber: number | null; readonly hit: boolean; readonly text: string }[];
    readonly facts: readonly string[];
    readonly policyVersion: { readonly name: string };
  } | null;
  readonly checks: readonly {
    readonly kind: CheckKind;
    readonly outcome: CheckOutcome;
    readonly reason: string | null;
    readonly at: Moment | null;
  }[];
  readonly clocks: readonly {
    readonly title: string;
    readonly state: ClockState;
    readonly dueAt: Moment | null;
    readonly endedAt: Moment | null;
    readonly source: string;
  }[];
  readonly evidence: readonly {
    readonly kind: ProofKind;
    readonly fileName: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly uploadedAt: Moment;
    readonly uploadedBy: Role;
  }[];
}
/** A case as it goes on paper: what its reader may see, the whole story, and where the chain of events ends. */
export interface CaseFile extends CaseParts {
  readonly events: readonly FileEvent[];
  readonly chain: { readonly head: string; readonly count: number };
}
interface Answer {
  readonly case:
    | (CaseParts & {
        readonly events: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly edges: readonly { readonly node: FileEvent }[];
        };
      })
    | null;
}

export async function readCaseFile(ask: Ask, ctx: RequestContext, number: string): Promise<CaseFile | null> {
  const row = await casesInSight(ctx.db, ctx.actor)
    .select(["cases.id", "cases.chain_head as head", "cases.event_count as count"])
    .where("cases.number", "=", number)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id: caseId, ...chain } = row;
  await ctx.loaders.load(accessNoted, { caseId, kind: "CASE_FILE" });
  const page = async (after: string | null, begins: boolean) =>
    ((await ask(ctx, { number, after, begins })) as Answer).case;
  const found = await page(null, true);
  if (found === null) return null;
  const events = found.events.edges.map(({ node }) => node);
  for (let { pageInfo } = found.events; pageInfo.hasNextPage; ) {
    const next = await page(pageInfo.endCursor, false);
    if (next === null) return null;
    events.push(...next.events.edges.map(({ node }) => node));
    ({ pageInfo } = next.events);
  }
  // What came in between the two readings is not on these pages, and so is not claimed by the head either.
  return { ...found, events: events.filter(({ sequence }) => sequence <= chain.count), chain };
}
