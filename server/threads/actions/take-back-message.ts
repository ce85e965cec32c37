import { sql } from "kysely";
import type { ActionContext } from "../../request-context.ts";
import type { OutsideThread } from "../domain/words.ts";

/** What came back to its writer. */
export interface TakenBack {
  readonly id: string;
  readonly thread: OutsideThread;
  readonly body: string;
}

/**
 * Takes a message back while it is held, or after it could not be sent. The row's lock decides between the writer and the
 * job that sends: one of the two finds it gone. Undefined: sent already, taken back already, another's, or not there.
 */
export async function takeBackMessage({ db, actor }: ActionContext, heldId: string): Promise<TakenBack | undefined> {
  const { rows } = await sql<TakenBack>`
    with taken as (
      select id, thread, body from held_message
      where id = ${heldId} and author_id = ${actor.id} and state in ('HELD', 'REFUSED')
      for update)
    update held_message set state = 'TAKEN_BACK', body = '', refusals = null
    from taken where held_message.id = taken.id
    returning taken.id, taken.thread, taken.body`.execute(db);
  return rows[0];
}
