import type { CaseHappening, CaseListener } from "../../cases/case-features.ts";
import { type RoleBook, roleBook, rolesWith } from "../../staff/domain/role-book.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import { deliveriesTo, type Readers } from "../domain/readers.ts";
import { type Telling, tellingsOf } from "../domain/tellings.ts";
import { fieldsOf } from "../domain/told-fields.ts";
import { gatherTold, type ToldCase, type ToldStaff } from "../queries/gather-told.ts";
import { insertNotices } from "./insert-notices.ts";

/** Puts into the outbox whatever the table says that this move tells. A move that nobody hears of costs nothing. */
export const tellOfMove: CaseListener = async (happening) => {
  const { db, ctx, move, caseId, eventId } = happening;
  const told = tellingsOf({ ...happening, by: ctx.actor.role, thread: threadOf(happening) });
  if (told.length === 0) return;
  const book = told.some(({ colleague }) => colleague === "APPROVERS") ? await readRoleBook(db) : nobodysBook;
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

/** Whoever may give any approval may be asked; which one is next stands on the case. */
const approversIn = (book: RoleBook) => [...rolesWith(book, "approval.first"), ...rolesWith(book, "approval.second")];
const nobodysBook = roleBook(0, []);

function threadOf({ move }: CaseHappening) {
  return move !== null && "thread" in move.input ? move.input.thread : null;
}

/** Nobody is told of what they did themselves. */
function readersOf({ tell, colleague }: Telling, told: ToldCase, book: RoleBook, actorId: string | null): Readers {
  const { merchantId, institutionId, provider, staff, endpoints } = told;
  const nobody = { merchantId: null, institutionId: null, staffId: null, email: null, phone: null };
  switch (noticeRules[tell].to) {
    case "CUSTOMER": {
      const { customer } = told;
      return { console: [], systems: [], people: customer === null ? [] : [{ ...nobody, ...customer }] };
    }
    case "MERCHANT":
      return {
        console: [{ ...nobody, merchantId, locale: "zh-CN" }],
        people: staff.filter((one) => one.merchantId === merchantId && one.role === "MERCHANT_VERIFIER").map(toReader),
        systems: endpoints.filter((one) => one.merchantId === merchantId).map(toSystem),
      };
    case "BANK":
      return {
        console: institutionId === null ? [] : [{ ...nobody, institutionId, locale: "zh-CN" }],
        people: staff.filter((one) => institutionId !== null && one.institutionId === institutionId).map(toReader),
        systems: endpoints.filter((one) => institutionId !== null && one.institutionId === institutionId).map(toSystem),
      };
    case "PROVIDER":
      return {
        console: [],
        people: [],
        systems: endpoints.filter((one) => provider !== null && one.provider === provider).map(toSystem),
      };
    case "COLLEAGUE": {
      const people = staff.filter((one) => one.id !== actorId && isMeant(colleague, one, told, book)).map(toReader);
      return { console: people, people, systems: [] };
    }
  }
}

function isMeant(
  colleague: Telling["colleague"],
  { id, role, standsInFor }: ToldStaff,
  told: ToldCase,
  book: RoleBook,
): boolean {
  const { proposedById, nextApproval, assigneeId } = told;
  if (colleague === "PROPOSER") return id === proposedById;
  if (colleague === "APPROVERS") {
    if (id === proposedById || nextApproval === null) return false;
    const able = rolesWith(book, nextApproval);
    return [role, ...standsInFor].some((held) => able.includes(held));
  }
  return id === assigneeId;
}

function toReader({ id, email, locale, merchantId, institutionId }: ToldStaff) {
  return { staffId: id, email, phone: null, locale, merchantId, institutionId };
}

function toSystem({ id, url, merchantId, institutionId }: ToldCase["endpoints"][number]) {
  return { endpointId: id, url, merchantId, institutionId };
}
