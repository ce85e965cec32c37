import type { Bilingual } from "../../kernel/calendar.ts";
import { permissionNames } from "../../staff/domain/permission-names.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { RoleRefusal } from "./role-change.ts";

type Of<C extends RoleRefusal["code"]> = Extract<RoleRefusal, { readonly code: C }>;
type Texts = { readonly [C in RoleRefusal["code"]]: (refusal: Of<C>) => Bilingual };

const texts: Texts = {
  NOT_EDITABLE: () => ({
    zh: "顾客和系统的权限由系统规定，不能修改。",
    en: "What customers and the desk itself may do is built in and cannot be changed.",
  }),
  NOT_ALLOWED_ANY_MORE: () => ({
    zh: "您的管理权限刚被收回。请联系另一位管理员。",
    en: "Your right to manage people has just been taken away. Ask another administrator.",
  }),
  NOTHING_CHANGES: () => ({
    zh: "权限与现在相同，没有可提交的更改。",
    en: "The role has just these permissions already; there is nothing to propose.",
  }),
  REASON_MISSING: () => ({
    zh: "请说明更改的理由，审批人会看到。",
    en: "Say why; whoever decides it reads this.",
  }),
  ALREADY_PROPOSED: () => ({
    zh: "该角色已有一项更改待审批。请等待审批，或先撤回。",
    en: "A change of this role waits for approval already. Wait for the answer, or have it withdrawn first.",
  }),
  NOT_FOR_THIS_ROLE: ({ rights }) => ({
    zh: `该角色不能拥有以下权限：${listed(rights, "zh")}。请取消勾选。`,
    en: `This role can never hold: ${listed(rights, "en")}. Leave them out.`,
  }),
  SEES_NO_CASES: ({ rights }) => ({
    zh: `该角色看不到任何案件，以下权限不起作用：${listed(rights, "zh")}。请取消勾选，或把此人调到能看到案件的角色。`,
    en: `This role sees no cases, so these would do nothing: ${listed(rights, "en")}. Leave them out, or give the person a role that sees cases.`,
  }),
  APART: ({ pair: { one, other, why } }) => ({
    zh: `“${permissionNames[one].zh}”与“${permissionNames[other].zh}”不能并存：${why.zh}。请只保留一项。`,
    en: `“${permissionNames[one].en}” and “${permissionNames[other].en}” must not meet in one role: ${why.en}. Keep one of them.`,
  }),
  NOBODY_LEFT: ({ right }) => ({
    zh: `更改后将没有在职人员拥有“${permissionNames[right].zh}”，此后无法再调整权限。请先让另一个角色拥有该权限。`,
    en: `Nobody at work would hold “${permissionNames[right].en}” any more, and no role could be changed again. Give it to another role first.`,
  }),
  NOBODY_CAN_AGREE: () => ({
    zh: "没有人可以审批：提出人和会因此获得权限的人都不能审批。请先增加一位管理员或合规专员。",
    en: "Nobody could agree to this: neither you nor anyone who would gain by it may. Add another administrator or compliance officer first.",
  }),
};

function listed(rights: readonly Permission[], key: "zh" | "en"): string {
  return rights.map((right) => permissionNames[right][key]).join(key === "zh" ? "、" : "; ");
}

export function roleRefusalWords(refusal: RoleRefusal): Bilingual {
  const sentence = texts[refusal.code] as (refusal: RoleRefusal) => Bilingual;
  return sentence(refusal);
}

export function roleRefusalText(refusal: RoleRefusal, locale: "zh-CN" | "en"): string {
  return roleRefusalWords(refusal)[locale === "zh-CN" ? "zh" : "en"];
}
