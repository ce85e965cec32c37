import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { WallClock } from "../../platform/wall-clock.ts";

export interface ProviderTraffic {
  readonly provider: string;
  readonly exchanges: number;
  readonly declined: number;
  readonly unanswered: number;
  readonly last_answered_at: Date | null;
  readonly waiting: number;
}

const dayMs = 86_400_000;
const silence = { exchanges: 0, declined: 0, unanswered: 0, last_answered_at: null, waiting: 0 };

/**
 * How a provider answered in the last day, and how many refunds wait to be sent to it. An attempt that is still SENT is
 * under way, or was cut off: it counts as unanswered until its answer is written.
 */
export const trafficOfProvider: LoaderOf<{ readonly db: Db; readonly clock: WallClock }, string, ProviderTraffic> = {
  batch: async ({ db, clock }, providers) => {
    const { rows } = await sql<ProviderTraffic>`
      select asked.code as provider, lately.exchanges, lately.declined, lately.unanswered, lately.last_answered_at,
        (select count(*)::int from refund where refund.provider = asked.code and refund.state = 'QUEUED') as waiting
      from unnest(${providers}::text[]) as asked(code)
      cross join lateral (
        select count(*)::int as exchanges,
          (count(*) filter (where attempt.answer = 'DECLINED'))::int as declined,
          (count(*) filter (where attempt.answer in ('SENT', 'NO_ANSWER')))::int as unanswered,
          max(attempt.at) filter (where attempt.answer not in ('SENT', 'NO_ANSWER')) as last_answered_at
        from refund_attempt attempt join refund on refund.id = attempt.refund_id
        where attempt.at > ${new Date(clock.now().getTime() - dayMs)} and refund.provider = asked.code
      ) lately`.execute(db);
    const bySilence = (provider: string): ProviderTraffic => ({ provider, ...silence });
    const found = inOrder(
      providers,
      rows,
      (row) => row.provider,
      (row): ProviderTraffic | null => row,
      null,
    );
    return found.map((row, index) => row ?? bySilence(providers[index] ?? ""));
  },
};
