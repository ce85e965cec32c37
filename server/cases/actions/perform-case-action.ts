import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { type Actor, whyGone } from "../../staff/domain/actor.ts";
import { asTheyAreNow } from "../../staff/queries/as-they-are-now.ts";
import { findValidCourses } from "../../staff/queries/find-valid-courses.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { CaseActionDone, CaseActionFailure, CaseCommand } from "../case-command.ts";
import type { EffectStep } from "../case-features.ts";
import { type CaseChange, caseChange } from "../domain/case-change.ts";
import { type ClockMoves, planClocks } from "../domain/clock-plan.ts";
import { decide, type Verdict } from "../domain/decide.ts";
import { messagesOf, plainInput } from "../domain/move-messages.ts";
import { type CaseTurn, turnAfter } from "../domain/waits-on.ts";
import type { CaseAction } from "../domain/words.ts";
import { workflow } from "../domain/workflow.ts";
import { type GatheredCase, gatherFacts } from "../queries/gather-facts.ts";
import { announceCase } from "./announce-case.ts";
import { appendEvent, chainEvent, keyInEvent } from "./append-event.ts";
import { claimKey, settleKey } from "./claim-key.ts";
import { holdAssignees } from "./hold-assignees.ts";
import { lockSale } from "./lock-sale.ts";
import { messagesInEvent, newMessages, postMessages } from "./post-messages.ts";
import { tellListeners } from "./tell-listeners.ts";
import { writeClocks } from "./write-clocks.ts";

/** Leaves the transaction so that nothing of it stays; carries the answer out. */
class Refused extends Error {
  readonly failure: CaseActionFailure;

  constructor(failure: CaseActionFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** Who speaks: whoever the request found, or the same as they are once the case is locked. */
export type Speaker = "AS_THEY_CAME" | "AS_THEY_ARE";

/**
 * The one door. Every change of a case goes through here: claim the key, lock, compare the version, gather facts, decide,
 * and write state, event, clocks and jobs in one transaction, or write nothing and say every reason why.
 */
export async function performCaseAction(
  ctx: ActionContext,
  command: CaseCommand,
  speaker: Speaker = "AS_THEY_CAME",
): Promise<Result<CaseActionDone, CaseActionFailure>> {
  try {
    return done(await ctx.db.transaction().execute((trx) => performInTransaction(ctx, trx, command, speaker)));
  } catch (thrown) {
    if (thrown instanceof Refused) return refused(thrown.failure);
    throw thrown;
  }
}

/** The same inside a transaction that does more; whoever opened it undoes it on a refusal, since a part may be written by then. */
export async function performWithin(
  ctx: ActionContext,
  db: Db,
  command: CaseCommand,
): Promise<Result<CaseActionDone, CaseActionFailure>> {
  try {
    return done(await performInTransaction(ctx, db, command, "AS_THEY_CAME"));
  } catch (thrown) {
    if (thrown instanceof Refused) return refused(thrown.failure);
    throw thrown;
  }
}

async function performInTransaction(
  asked: ActionContext,
  db: Db,
  command: CaseCommand,
  speaker: Speaker,
): Promise<CaseActionDone> {
  const { caseId, expectedVersion, idempotencyKey: key, action, input } = command;
  const claim = await claimKey(db, asked.actor, { key, action, input: { caseId, input } }, asked.clock.now());
  if (claim.kind === "REUSED") throw new Refused({ kind: "KEY_REUSED" });
  if (claim.kind === "USED") return { caseId: claim.caseId, eventId: claim.eventId };

  await holdAssignees(db, command);
  const ctx = speaker === "AS_THEY_ARE" ? { ...asked, actor: await askBehindLock(asked, db, caseId) } : asked;
  const locked = await casesInSight(db, ctx.actor)
    .where("cases.id", "=", caseId)
    .select("cases.version")
    .forUpdate()
    .executeTakeFirst();
  if (locked === undefined) throw new Refused({ kind: "NOT_FOUND" });
  if (locked.version !== expectedVersion) throw new Refused({ kind: "STALE", caseId });

  await lockSale(db, caseId, action);
  const found = (await gatherFacts(ctx, db, [caseId])).get(caseId);
  if (found === undefined) throw new Error(`Case ${caseId} vanished while locked`);
  const verdict = decide(found.facts, command, await trainedNow(ctx, db, action));
  if (!verdict.ok) throw new Refused({ kind: "REFUSED", reasons: verdict.error });

  const eventId = newId();
  await write(ctx, db, command, found, verdict.value, eventId);
  await settleKey(db, ctx.actor, key, caseId, eventId);
  return { caseId, eventId };
}

/** Whoever waits for the case may lose the right to it, or the sight of it, meanwhile; so it is locked before they are read. */
async function askBehindLock({ actor, clock }: ActionContext, db: Db, caseId: string): Promise<Actor> {
  await db.selectFrom("cases").select("id").where("id", "=", caseId).forUpdate().execute();
  const now = await asTheyAreNow(db, actor, clock.now());
  if (now === null) throw new Refused({ kind: "REFUSED", reasons: [{ code: whyGone(actor) }] });
  return now;
}

/** Training counts at the moment of the action: a record may have lapsed, or been gained, since the request began. */
async function trainedNow({ actor, clock }: ActionContext, db: Db, action: CaseAction): Promise<Actor> {
  if (actor.id === null || workflow[action].training.length === 0) return actor;
  return { ...actor, validCourses: await findValidCourses(db, actor.id, clock.now()) };
}

async function write(
  ctx: ActionContext,
  db: Db,
  command: CaseCommand,
  found: GatheredCase,
  verdict: Verdict,
  eventId: string,
): Promise<void> {
  const { caseId } = command;
  const { facts } = found;
  const extra: Record<string, unknown> = {};
  const change: CaseChange = caseChange(facts, command, verdict, ctx.actor);
  let said: CaseTurn | null = null;
  const clockMoves: ClockMoves = { starts: [], ends: [] };
  const step: EffectStep = {
    ctx,
    db,
    facts,
    move: command,
    to: verdict.to,
    eventId,
    transactionId: found.transactionId,
    merchantId: found.merchantId,
    calendars: found.calendars,
    record: (data) => Object.assign(extra, data),
    patch: (columns) => Object.assign(change, columns),
    waitFor: (turn) => {
      said = turn;
    },
    startClock: (rule, dueAt, since) => clockMoves.starts.push({ rule, dueAt: dueAt ?? null, since: since ?? null }),
    endClock: (rule) => clockMoves.ends.push(rule),
  };
  for (const name of workflow[command.action].effects) {
    const reasons = await ctx.caseFeatures.effects[name](step);
    if (reasons.length > 0) throw new Refused({ kind: "REFUSED", reasons });
  }
  const messages = newMessages(messagesOf(command));
  await postMessages(db, caseId, eventId, messages);
  const plan = planClocks(found.clocks, {
    action: command.action,
    from: facts.state,
    to: verdict.to,
    at: facts.now,
    breached: command.action === "RECORD_CLOCK_BREACH" ? command.input.rule : null,
    also: clockMoves,
    calendars: found.calendars,
    promises: found.promises,
  });
  await writeClocks(db, caseId, plan);
  const event = chainEvent(
    { hash: found.chainHead, count: found.eventCount },
    {
      id: eventId,
      caseId,
      kind: command.action,
      fromState: facts.state,
      toState: verdict.to,
      actorRole: ctx.actor.role,
      actorId: ctx.actor.id,
      at: facts.now,
      data: { ...plainInput(command), ...messagesInEvent(messages), ...extra, ...keyInEvent(ctx.actor) },
    },
  );
  await appendEvent(db, event);
  await db
    .updateTable("cases")
    .set((eb) => ({
      ...change,
      waits_on: turnAfter(
        {
          ...{ from: facts.state, to: verdict.to, before: found.waitsOn, said },
          asleep: (change.snoozed_until === undefined ? facts.snoozedUntil : change.snoozed_until) !== null,
        },
        {
          merchantAnswer: change.merchant_answer ?? facts.merchantAnswer,
          approvalsMissing: change.approvals_missing ?? facts.approvalsMissing,
          offered: (change.offer_minor === undefined ? facts.offer : change.offer_minor) !== null,
        },
      ),
      due_at: plan.dueAt,
      chain_head: event.head.hash,
      event_count: event.head.count,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", caseId)
    .execute();
  await tellListeners(ctx, {
    ctx,
    db,
    caseId,
    eventId,
    kind: command.action,
    from: facts.state,
    to: verdict.to,
    outcome: verdict.outcome,
    origin: facts.origin,
    move: command,
    recorded: extra,
  });
  await announceCase(db, caseId, found.version + 1);
}
