import type { Bilingual } from "../../kernel/calendar.ts";
import type { Permission } from "./permissions.ts";

const approval = {
  zh: "审批须由本人作出",
  en: "approvals are given by a person",
} as const;
const moreRights = {
  zh: "否则密钥可以扩大自己的权限",
  en: "a key could give itself more than it was given",
} as const;
const rules = {
  zh: "政策、模板和通知措辞由人编写，历史记录作者",
  en: "rules and wordings are written by people, and their history names the author",
} as const;
const learning = {
  zh: "培训记录的是人是否学会",
  en: "training says what a person has learnt",
} as const;
const answered = {
  zh: "通知由收到它的人确认",
  en: "a notice is confirmed by the person it was sent to",
} as const;
const exported = {
  zh: "导出文件包含本人可见的全部内容；系统可逐页读取列表",
  en: "an exported file holds whatever its owner may see; a machine reads the lists page by page",
} as const;
const judgement = {
  zh: "复核须由本人判断",
  en: "a review is a person's own judgement",
} as const;
const forAll = {
  zh: "设置影响整个退款台，由人更改",
  en: "settings hold for the whole desk, and are changed by people",
} as const;
const register = {
  zh: "登记资料由人维护；新商户随结算文件自动登记",
  en: "registers are kept by people; new merchants come by the settlement files",
} as const;

/** What no key may ever do, and why. It is read where a key is made and again at each request, so that a new line counts at once. */
export const neverInKey: Readonly<Partial<Record<Permission, Bilingual>>> = {
  "approval.first": approval,
  "approval.second": approval,
  "policy.approve": approval,
  "policy.publish": approval,
  "role.approve": approval,
  "staff.manage": moreRights,
  "registry.manage": register,
  "settings.manage": forAll,
  "policy.write": rules,
  "template.write": rules,
  "notice.edit": rules,
  "notice.answer": answered,
  "export.run": exported,
  "training.learn": learning,
  "training.manage": learning,
  "training.waive": learning,
  "audit.review": judgement,
};

/** Days for which a key may hold at most. */
export const longestKeyDays = 365;
/** Keys in force that one person may have. */
export const mostKeys = 20;

/** What a request by a key may do: its maker's rights as they are now, cut down to what the key was given. */
export function rightsOfKey(
  makersNow: ReadonlySet<Permission>,
  scopes: readonly Permission[],
): ReadonlySet<Permission> {
  return new Set(scopes.filter((right) => makersNow.has(right) && neverInKey[right] === undefined));
}

export type KeyRefusal =
  | { readonly code: "NOTHING_ALLOWED" }
  | { readonly code: "NEVER_IN_A_KEY"; readonly rights: readonly Permission[] }
  | { readonly code: "NOT_YOURS"; readonly rights: readonly Permission[] }
  | { readonly code: "WRONG_LIFE" }
  | { readonly code: "NAME_TAKEN" }
  | { readonly code: "TOO_MANY" }
  | { readonly code: "INTENT_REUSED" };

export interface KeyFacts {
  readonly scopes: readonly Permission[];
  readonly days: number;
  readonly name: string;
  /** What the maker may do by their role, read behind the lock. */
  readonly makersNow: ReadonlySet<Permission>;
  /** Names of the maker's keys that are in force. */
  readonly namesInForce: readonly string[];
}

/** Every reason against a new key. */
export function reasonsAgainstKey({ scopes, days, name, makersNow, namesInForce }: KeyFacts): readonly KeyRefusal[] {
  const reasons: KeyRefusal[] = [];
  const never = scopes.filter((right) => neverInKey[right] !== undefined);
  const foreign = scopes.filter((right) => neverInKey[right] === undefined && !makersNow.has(right));
  if (scopes.length === 0) reasons.push({ code: "NOTHING_ALLOWED" });
  if (never.length > 0) reasons.push({ code: "NEVER_IN_A_KEY", rights: never });
  if (foreign.length > 0) reasons.push({ code: "NOT_YOURS", rights: foreign });
  if (!Number.isInteger(days) || days < 1 || days > longestKeyDays) reasons.push({ code: "WRONG_LIFE" });
  if (namesInForce.includes(name)) reasons.push({ code: "NAME_TAKEN" });
  if (namesInForce.length >= mostKeys) reasons.push({ code: "TOO_MANY" });
  return reasons;
}

/** Whether a key works, and what ended it. MAKER_GONE: its maker is suspended or has left. */
export const keyStates = ["IN_FORCE", "EXPIRED", "REVOKED", "MAKER_GONE"] as const;
export type KeyState = (typeof keyStates)[number];

export function stateOfKey(
  key: { readonly revokedAt: Date | null; readonly expiresAt: Date; readonly makerActive: boolean },
  now: Date,
): KeyState {
  if (key.revokedAt !== null) return "REVOKED";
  if (key.expiresAt <= now) return "EXPIRED";
  return key.makerActive ? "IN_FORCE" : "MAKER_GONE";
}
