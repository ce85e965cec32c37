import { type RoleBook, rolesWith } from "../../staff/domain/role-book.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import type { Readers } from "../domain/readers.ts";
import type { Telling } from "../domain/tellings.ts";
import type { ToldCase, ToldStaff } from "./gather-told.ts";

/** Whoever may give any approval may be asked; which one is next stands on the case. */
export const approversIn = (book: RoleBook) => [
  ...rolesWith(book, "approval.first"),
  ...rolesWith(book, "approval.second"),
];

/** Nobody is told of what they did themselves. */
export function readersOf(
  { tell, colleague }: Telling,
  told: ToldCase,
  book: RoleBook,
  actorId: string | null,
): Readers {
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
  if (colleague === "SUPERVISORS") return rolesWith(book, "approval.first").includes(role);
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
