import { sql } from "kysely";
import type { CaseState } from "../../cases/domain/words.ts";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { noticesInSight } from "../../staff/scope.ts";
import type { NoticeAudience, NoticeChannel, NoticeState } from "../domain/words.ts";

const columns = [
  "notice.id",
  "notice.kind",
  "notice.audience",
  "notice.channel",
  "notice.case_id",
  "notice.locale",
  "notice.fields",
  "notice.address_masked",
  "notice.state",
  "notice.attempts",
  "notice.template_version",
  "notice.created_at",
  "notice.next_try_at",
  "notice.ended_at",
  "notice.answer",
  "notice.answered_at",
  "notice.event_id",
  "notice.merchant_id",
  "notice.institution_id",
  "notice.staff_id",
  "notice.queried",
] as const;

export type ListedNotice = Awaited<ReturnType<typeof readById>>[number];

function readById(db: Db, actor: Actor, ids: readonly string[]) {
  return noticesInSight(db, actor).select(columns).where("notice.id", "=", sql<string>`any(${ids}::uuid[])`).execute();
}

/** Notices in sight, by their ids. */
export const noticeById: LoaderOf<RequestContext, string, ListedNotice | null> = {
  batch: async ({ db, actor }, ids) =>
    inOrder(
      ids,
      await readById(db, actor, ids),
      (row) => row.id,
      (row): ListedNotice | null => row,
      null,
    ),
};

/** What was told about a case, oldest first, as far as the viewer sees it. */
export const noticesOfCase: LoaderOf<RequestContext, string, readonly ListedNotice[]> = {
  async batch({ db, actor }, caseIds) {
    const rows = await noticesInSight(db, actor)
      .select(columns)
      .where("notice.case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
      .orderBy("notice.created_at")
      .orderBy("notice.id")
      .execute();
    return grouped(caseIds, rows, (row) => row.case_id ?? "");
  },
};

export interface NoticeFilter {
  readonly caseId?: string;
  readonly states?: readonly NoticeState[];
  readonly channels?: readonly NoticeChannel[];
  readonly audiences?: readonly NoticeAudience[];
  readonly awaitsAnswer?: boolean;
}

/** A page of the notices in sight, the newest first. */
export function listNotices(db: Db, actor: Actor, filter: NoticeFilter, page: PageRequest): Promise<ListedNotice[]> {
  const [at, id] = page.after ?? [];
  const { caseId, states, channels, audiences, awaitsAnswer } = filter;
  return noticesInSight(db, actor)
    .select(columns)
    .$if(caseId !== undefined, (query) => query.where("notice.case_id", "=", caseId ?? ""))
    .$if(states !== undefined, (query) => query.where("notice.state", "=", sql<NoticeState>`any(${states})`))
    .$if(channels !== undefined, (query) => query.where("notice.channel", "=", sql<NoticeChannel>`any(${channels})`))
    .$if(audiences !== undefined, (query) =>
      query.where("notice.audience", "=", sql<NoticeAudience>`any(${audiences})`),
    )
    .$if(awaitsAnswer === true, (query) => query.where(sql<boolean>`notice.asks_answer and notice.answer is null`))
    .$if(awaitsAnswer === false, (query) =>
      query.where(sql<boolean>`(not notice.asks_answer or notice.answer is not null)`),
    )
    .$if(at !== undefined, (query) =>
      query.where(sql<boolean>`(notice.created_at, notice.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("notice.created_at", "desc")
    .orderBy("notice.id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

/** What a cursor of that list holds. */
export function noticeCursor({ created_at, id }: ListedNotice): readonly string[] {
  return [created_at.toISOString(), id];
}

export type NoticeAttemptRow = Awaited<ReturnType<typeof readAttempts>>[number];

function readAttempts(db: Db, noticeIds: readonly string[]) {
  return db
    .selectFrom("notice_attempt")
    .select(["id", "notice_id", "at", "answer", "code", "duration_ms"])
    .where("notice_id", "=", sql<string>`any(${noticeIds}::uuid[])`)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

/** Every try to send a notice, oldest first. */
export const attemptsOfNotice: LoaderOf<{ readonly db: Db }, string, readonly NoticeAttemptRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await readAttempts(db, ids), (row) => row.notice_id),
};

/** Where the case came to rest by the event that a notice tells of. */
export const stateByEvent: LoaderOf<{ readonly db: Db }, string, CaseState | null> = {
  async batch({ db }, eventIds) {
    const rows = await db
      .selectFrom("case_event")
      .select(["id", "to_state"])
      .where("id", "=", sql<string>`any(${eventIds}::uuid[])`)
      .execute();
    return inOrder(
      eventIds,
      rows,
      (row) => row.id,
      (row): CaseState | null => row.to_state,
      null,
    );
  },
};
