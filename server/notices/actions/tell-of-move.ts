import type { CaseHappening, CaseListener } from "../../cases/case-features.ts";
import { roleBook } from "../../staff/domain/role-book.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import { deliveriesTo } from "../domain/readers.ts";
import { actedBy, tellingsOf } from "../domain/tellings.ts";
import { fieldsOf } from "../domain/told-fields.ts";
import { gatherTold } from "../queries/gather-told.ts";
import { approversIn, readersOf } from "../queries/readers-of-telling.ts";
import { insertNotices } from "./insert-notices.ts";

/** Puts into the outbox whatever the table says that this move tells. A move that nobody hears of costs nothing. */
export const tellOfMove: CaseListener = async (happening) => {
  const { db, ctx, move, caseId, eventId } = happening;
  const paidTwice = happening.recorded["paidTwice"] !== undefined;
  const told = tellingsOf({ ...happening, by: actedBy(ctx.actor), thread: threadOf(happening), paidTwice });
  if (told.length === 0) return;
  const book = told.some(({ colleague }) => colleague === "APPROVERS" || colleague === "SUPERVISORS")
    ? await readRoleBook(db)
    : nobodysBook;
  const found = await gatherTold(db, caseId, approversIn(book), ctx.clock.now());
  const namedMinor =
    move !== null && "amount" in move.input && move.input.amount !== null ? move.input.amount.minor : null;
  const source = { ...found, namedMinor: namedMinor === null ? null : String(namedMinor) };
  await insertNotices(
    db,
    ctx,
    told.map((telling) => {
      const { to, over } = noticeRules[telling.tell];
      return {
        kind: telling.tell,
        fields: fieldsOf(noticeRules[telling.tell], source),
        deliveries: deliveriesTo(to, over, readersOf(telling, found, book, ctx.actor.id)),
        caseId,
        eventId,
        link: null,
        writeKey: null,
      };
    }),
  );
};

const nobodysBook = roleBook(0, []);

function threadOf({ move }: CaseHappening) {
  return move !== null && "thread" in move.input ? move.input.thread : null;
}
