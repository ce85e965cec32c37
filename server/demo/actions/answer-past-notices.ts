import { type AnswerableNotice, answerNotice, type NoticeReply } from "../../notices/actions/answer-notice.ts";
import { listNotices } from "../../notices/queries/list-notices.ts";
import type { ActionContext, House, Locale } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { DemoPeople } from "../queries/find-people.ts";
import { heldHouse, PastClock } from "./held-house.ts";

/** Of what a party was told it has checked all but these: something is left to press when its room is first opened. */
const left = 3;
const mostAnswered = 10;
const untilCheckedMs = 40 * 60_000;
const confirmed: NoticeReply = { answer: "CONFIRMED", message: null, queried: [] };

/**
 * The two who sign in as a shop and as a bank have checked what they were told; one of it they asked about, a moment ago.
 * One transaction: after a cut-off nothing of it is there, or all of it and it is left alone.
 */
export async function answerPastNotices(house: House, people: DemoPeople): Promise<void> {
  const held = await house.db.selectFrom("notice").select("id").where("answer", "is not", null).limit(1).execute();
  if (held.length > 0) return;
  await house.db.transaction().execute(async (trx) => {
    const inOne = heldHouse(house, trx);
    await answerAs(inOne, people.person("merchant"), "zh-CN", {
      answer: "QUERIED",
      message: "我们后台这笔金额对不上，请核对小票。",
      queried: ["AMOUNT"],
    });
    await answerAs(inOne, people.person("bank"), "en", {
      answer: "QUERIED",
      message: "In our system this step is dated one day later. Please check.",
      queried: ["TIME"],
    });
  });
}

async function answerAs(house: House, actor: Actor, locale: Locale, query: NoticeReply): Promise<void> {
  const filter = { channels: ["CONSOLE"], awaitsAnswer: true } as const;
  const told = await listNotices(house.db, actor, filter, { first: left + mostAnswered, after: null });
  const [queried, ...rest] = told.slice(left);
  if (queried === undefined) return;
  const ctx = { ...house, actor, locale };
  await answer(ctx, queried, query);
  for (const notice of rest) {
    const checkedAt = Math.min(house.clock.now().getTime(), notice.created_at.getTime() + untilCheckedMs);
    await answer({ ...ctx, clock: new PastClock(new Date(checkedAt)) }, notice, confirmed);
  }
}

async function answer(ctx: ActionContext, notice: AnswerableNotice, reply: NoticeReply): Promise<void> {
  const result = await answerNotice(ctx, notice, reply);
  if (!result.ok) throw new Error(`The demo's notice was not answered: ${JSON.stringify(result.error)}`);
}
