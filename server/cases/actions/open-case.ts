import { sql } from "kysely";
import { holdCalendars } from "../../clocks/queries/find-calendars.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { newId } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import { chainStart } from "../../platform/journal.ts";
import type { ActionContext, Locale } from "../../request-context.ts";
import { type CaseLink, makeCaseLink } from "../case-link.ts";
import { type ClockStart, planOpening } from "../domain/clock-plan.ts";
import { type CaseTurn, turnIn } from "../domain/waits-on.ts";
import type { CaseChannel, CaseOrigin, CaseReason, CaseStage, MessageThread } from "../domain/words.ts";
import { announceCase } from "./announce-case.ts";
import { appendEvent, chainEvent, keyInEvent } from "./append-event.ts";
import { judgeCase } from "./judge-case.ts";
import { messagesInEvent, newMessages, postMessages } from "./post-messages.ts";
import { tellListeners } from "./tell-listeners.ts";
import { writeClocks } from "./write-clocks.ts";

/** How a case begins. Texts are already cleaned and masked. */
export interface OpenCase {
  /** Where the caller has to know it before, e.g. to make a link of it. */
  readonly id?: string;
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
  /** Whose move is next, where the state alone does not say it. */
  readonly waitsOn?: CaseTurn;
  /** The customer's private link, where it is made beforehand; else every customer is given one of the case's own. */
  readonly link?: (Pick<CaseLink, "hash" | "expiresAt"> & { readonly key?: string }) | undefined;
  /** Clocks beyond those of the state, e.g. the bank's own deadline. */
  readonly clocks?: readonly ClockStart[];
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

/**
 * Opens a case with its customer, its clocks, its checks and what the policy says at first sight, and its first event, in
 * the caller's transaction. A request goes on by itself (`triage-case`) as soon as that commits.
 */
export async function openCase(db: Db, ctx: ActionContext, request: OpenCase): Promise<OpenedCase> {
  const [caseId, eventId, at] = [request.id ?? newId(), newId(), ctx.clock.now()];
  const clocks = planOpening(request.state, at, [...(request.clocks ?? [])], await holdCalendars(ctx.db, db));
  const messages = newMessages(request.story === null ? [] : [request.story]);
  const { amount, reason, origin, channel, transactionId, state } = request;
  const link = request.customer === null ? null : (request.link ?? makeCaseLink(ctx.signing, caseId, newId(), at));
  const { number } = await insertCase(db, request, { caseId, at, dueAt: clocks.dueAt, link });
  await postMessages(db, caseId, eventId, messages);
  await writeClocks(db, caseId, clocks);
  // At the bank the bank decides, by the network's rules; the desk's policy has nothing to say there.
  const judgement = state === "AT_BANK" ? null : await judgeCase(db, { caseId, at });
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
      data: {
        ...{ amount, reason, origin, channel, transactionId },
        ...messagesInEvent(messages),
        ...judgement?.data,
        ...request.data,
        ...keyInEvent(ctx.actor),
      },
    },
  );
  await appendEvent(db, event);
  await db
    .updateTable("cases")
    .set({ chain_head: event.head.hash, event_count: event.head.count })
    .where("id", "=", caseId)
    .execute();
  const opened = { caseId, eventId, kind: "OPEN", from: null, to: state, outcome: null, origin, move: null } as const;
  await tellListeners(ctx, { ctx, db, ...opened, recorded: {} });
  if (state === "NEW") await ctx.jobs.enqueue(db, "triage-case", { caseId }, { key: caseId });
  await announceCase(db, caseId, 1);
  return { caseId, number, eventId };
}

interface NewCase {
  readonly caseId: string;
  readonly at: Date;
  readonly dueAt: Date;
  readonly link: NonNullable<OpenCase["link"]> | null;
}

/** The row before its first event: its checks hang on it, and the event tells what they said. */
async function insertCase(
  db: Db,
  request: OpenCase,
  { caseId, at, dueAt, link }: NewCase,
): Promise<{ readonly number: string }> {
  const { amount, reason, origin, channel, transactionId, state } = request;
  const merchantAnswer = state === "VERIFYING" ? "WAITING" : "NOT_ASKED";
  return db
    .insertInto("cases")
    .values({
      id: caseId,
      number: sql<string>`'RD-' || to_char(${at}::timestamptz at time zone ${deskTimeZone()}, 'YY') || '-' || lpad(nextval('case_number')::text, 6, '0')`,
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
      merchant_answer: merchantAnswer,
      waits_on: request.waitsOn ?? turnIn(state, { merchantAnswer, approvalsMissing: [], offered: false }),
      opened_at: at,
      due_at: dueAt,
      triage_asked_at: state === "NEW" ? at : null,
      link_key: link?.key ?? null,
      link_hash: link?.hash ?? null,
      link_expires_at: link?.expiresAt ?? null,
      chain_head: chainStart,
      event_count: 0,
    })
    .returning("number")
    .executeTakeFirstOrThrow();
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
