import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import { chainStart } from "../../platform/journal.ts";
import type { ActionContext, Locale } from "../../request-context.ts";
import { planOpening } from "../domain/clock-plan.ts";
import type { CaseChannel, CaseOrigin, CaseReason, CaseStage, MessageThread } from "../domain/words.ts";
import { announceCase } from "./announce-case.ts";
import { appendEvent, chainEvent } from "./append-event.ts";
import { messagesInEvent, newMessages, postMessages } from "./post-messages.ts";
import { writeClocks } from "./write-clocks.ts";

/** How a case begins. Texts are already cleaned and masked. */
export interface OpenCase {
  readonly state: "NEW" | "VERIFYING" | "AT_BANK";
  readonly origin: CaseOrigin;
  readonly channel: CaseChannel;
  readonly reason: CaseReason;
  readonly amount: Money;
  readonly transactionId: string | null;
  readonly merchantId: string;
  readonly institutionId?: string | null;
  readonly customer: {
    readonly name: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly locale: Locale;
  } | null;
  /** What the customer, bank or agency said, and in which thread it stands. */
  readonly story: { readonly thread: MessageThread; readonly body: string } | null;
  readonly assigneeId?: string | null;
  /** SHA-256 of the token in the customer's private link. */
  readonly link?: { readonly hash: string; readonly expiresAt: Date };
  /** Clocks beyond those of the state, e.g. the bank's own deadline. */
  readonly clocks?: readonly { readonly rule: string; readonly dueAt: Date | null }[];
  /** Plain facts for the OPEN event. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface OpenedCase {
  readonly caseId: string;
  readonly number: string;
  readonly eventId: string;
}

const stages = { NEW: "REQUEST", VERIFYING: "VERIFICATION", AT_BANK: "BANK" } as const satisfies Record<
  OpenCase["state"],
  CaseStage
>;

/** Opens a case with its first event, its clocks and its customer, in the caller's transaction. */
export async function openCase(db: Db, ctx: ActionContext, request: OpenCase): Promise<OpenedCase> {
  const [caseId, eventId, at] = [newId(), newId(), ctx.clock.now()];
  const clocks = planOpening(request.state, at, [...(request.clocks ?? [])]);
  const messages = newMessages(request.story === null ? [] : [request.story]);
  const { amount, reason, origin, channel, transactionId, state } = request;
  const event = chainEvent(
    { hash: chainStart, count: 0 },
    {
      id: eventId,
      caseId,
      kind: "OPEN",
      fromState: null,
      toState: state,
      actorRole: ctx.actor.role,
      actorId: ctx.actor.id,
      at,
      data: { amount, reason, origin, channel, transactionId, ...messagesInEvent(messages), ...request.data },
    },
  );
  const { number } = await db
    .insertInto("cases")
    .values({
      id: caseId,
      number: sql<string>`'RD-' || to_char(${at}::timestamptz at time zone 'Asia/Shanghai', 'YY') || '-' || lpad(nextval('case_number')::text, 6, '0')`,
      state,
      stage: stages[state],
      origin,
      channel,
      reason,
      currency: amount.currency,
      amount_minor: amount.minor,
      transaction_id: transactionId,
      merchant_id: request.merchantId,
      institution_id: request.institutionId ?? null,
      customer_id: await insertCustomer(db, request.customer, at),
      assignee_id: request.assigneeId ?? null,
      merchant_answer: state === "VERIFYING" ? "WAITING" : "NOT_ASKED",
      opened_at: at,
      due_at: clocks.dueAt,
      link_hash: request.link?.hash ?? null,
      link_expires_at: request.link?.expiresAt ?? null,
      chain_head: event.head.hash,
      event_count: event.head.count,
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  await postMessages(db, caseId, eventId, messages);
  await appendEvent(db, event);
  await writeClocks(db, caseId, clocks);
  await announceCase(db, caseId, 1);
  return { caseId, number, eventId };
}

async function insertCustomer(db: Db, customer: OpenCase["customer"], at: Date): Promise<string | null> {
  if (customer === null) return null;
  const id = newId();
  await db
    .insertInto("customer")
    .values({ id, ...customer, created_at: at })
    .execute();
  return id;
}
