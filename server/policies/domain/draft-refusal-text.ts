import { permissionNames } from "../../staff/domain/permission-names.ts";
import type { RuleLocale } from "./describe.ts";
import type { DraftRefusal, DraftState } from "./draft-life.ts";
import type { BilingualText } from "./policy-content.ts";

/** A refusal for the person who meets it: what stands in the way, and what to do next. */
export function draftRefusalText(refusal: DraftRefusal, locale: RuleLocale): string {
  const text = (texts[refusal.code] as (refusal: DraftRefusal) => BilingualText)(refusal);
  return locale === "zh-CN" ? text.zh : text.en;
}

type Code = DraftRefusal["code"];
type Texts = { readonly [C in Code]: (refusal: Extract<DraftRefusal, { readonly code: C }>) => BilingualText };

const stateWords: Readonly<Record<DraftState, BilingualText>> = {
  DRAFT: { zh: "起草中", en: "still being written" },
  IN_REVIEW: { zh: "审阅中", en: "in review" },
  APPROVED: { zh: "已批准", en: "approved" },
  PUBLISHED: { zh: "已发布", en: "published" },
  DISCARDED: { zh: "已作废", en: "discarded" },
};

const times = (count: number, one: string, many: string) => (count === 1 ? one : many.replace("#", String(count)));

const texts: Texts = {
  WRONG_STATE: ({ state }) => ({
    zh: `该草案${stateWords[state].zh}，不适用此操作，内容未变。`,
    en: `The draft is ${stateWords[state].en}, so this does not apply, and nothing was changed.`,
  }),
  // Which roles hold a right is the administrators' to change; so the right itself is named.
  NOT_PERMITTED: ({ needs }) => ({
    zh: `您的角色没有“${permissionNames[needs].zh}”权限，内容未变。请由有该权限的同事操作，或请管理员为您的角色增加该权限。`,
    en: `Your role lacks the right “${permissionNames[needs].en}”, so nothing was changed. Ask a colleague who has it, or an administrator to add it to your role.`,
  }),
  SEES_NO_DRAFTS: () => ({
    zh: "您的角色可以起草或发布政策，但缺少“审批政策”权限，而草案及其测试案例只向有该权限的人显示。内容未变。可请管理员为您的角色增加该权限。",
    en: "Your role may write or publish policies, but it lacks the right “Approve policies”, and drafts and their test cases are shown only to whoever has it. Nothing was changed. An administrator can add it to your role.",
  }),
  OWN_DRAFT: () => ({
    zh: "该草案由您起草或提交审阅，您不能审批。请由有“审批政策”权限、又未参与的同事审批。",
    en: "You wrote part of this draft or sent it to review, so you cannot approve it. A colleague with the right “Approve policies” who did neither can.",
  }),
  ALREADY_APPROVED_BY_YOU: () => ({
    zh: "您已批准该草案，还需另一位同事批准。",
    en: "You have approved this already; somebody else must as well.",
  }),
  APPROVALS_MISSING: ({ count }) => ({
    zh: `还缺 ${count} 人批准。需由两位未参与起草的同事批准。`,
    en:
      times(count, "One approval is missing.", "# approvals are missing.") +
      " Two people must agree who wrote none of it.",
  }),
  TESTS_FAIL: ({ count }) => ({
    zh: `${count} 个测试案例未通过。请修改决策表，或修改案例应有的结果；草案在审阅中时，须先退回。`,
    en: `${times(count, "One test case fails.", "# test cases fail.")} Mend the table, or say anew what the case must come out as; while others read the draft, send it back first.`,
  }),
  GAPS: ({ count }) => ({
    zh: `决策表有 ${count} 处空缺：事实齐备却没有适用的行。请补上相应的行。`,
    en: `${times(count, "The table has a gap", "The table has # gaps")}: all is known and no row decides. Add a row that does.`,
  }),
  UNREACHABLE_ROWS: ({ count }) => ({
    zh: `${count} 行永远不会生效。请移动或删除。`,
    en: `${times(count, "One row never decides anything.", "# rows never decide anything.")} Move or delete what is behind others.`,
  }),
  TABLE_TOO_LARGE: () => ({
    zh: "决策表过于复杂，无法核查是否有空缺。请合并或减少行，或减少每行所用的条件。",
    en: "The table is too intricate to be checked for gaps. Join rows or leave some out, or ask fewer questions in each.",
  }),
  CONTENT_FAULTS: ({ count }) => ({
    zh: `还有 ${count} 处未完成，均已在下方列出。`,
    en: times(
      count,
      "One place is unfinished; it is named below.",
      "# places are unfinished; each of them is named below.",
    ),
  }),
  NOTE_MISSING: () => ({
    zh: "请先用一两句话说明改了什么、为什么改。",
    en: "Say first in a sentence or two what changes and why.",
  }),
  NOTHING_CHANGED: () => ({
    zh: "内容与上一版本完全相同，没有可审阅的改动。",
    en: "The text is that of the version before, so there is nothing to review.",
  }),
  DECIDES_OTHERWISE: () => ({
    zh: "改动会影响处理结果，不能作为“仅措辞”的修订提交。请改为实质性修订，相关同事须重新阅读确认。",
    en: "Cases would be handled otherwise, so this is no mere change of wording. Make it a material change; whoever works by it reads it again.",
  }),
  STARTS_IN_THE_PAST: () => ({
    zh: "生效时间不能早于一分钟之后。如需尽快生效，请将时间留空：一分钟后生效。",
    en: "It cannot begin in the past, nor within the minute. Leave the time empty to begin in a minute, or choose a later one.",
  }),
  STARTS_WITH_ANOTHER: () => ({
    zh: "同一时刻已有另一个版本生效。请选择其他时间。",
    en: "Another version begins at that very moment. Choose another time.",
  }),
  HAS_BEGUN: () => ({
    zh: "该版本已开始或即将开始生效，不能撤回。如需更正，请发布新版本。",
    en: "This version has begun to decide, or is about to, so it cannot be withdrawn. Publish another to put it right.",
  }),
  WITHDRAWN_BEFORE: () => ({
    zh: "该版本已被撤回，从未生效。",
    en: "This version has been withdrawn already; it never decided anything.",
  }),
  EVERYONE_NEEDS_ONE: () => ({
    zh: "适用于所有商户的政策不能终止：其他政策都不适用时，由它裁定。请发布新版本。",
    en: "The policy for all merchants cannot end: it decides where no other does. Publish a new version instead.",
  }),
  NOT_IN_FORCE: () => ({
    zh: "该版本目前不在生效期，无需终止。",
    en: "This version does not decide now, so there is nothing to end.",
  }),
  NEWER_TO_COME: () => ({
    zh: "另有版本已排定生效。请先撤回它，再终止该政策。",
    en: "A later version is to take over. Withdraw that one first, then end the policy.",
  }),
  ENDS_SOONER: () => ({
    zh: "该政策届时已经终止。请选择更早的时间。",
    en: "The policy will have ended by then. Choose an earlier time.",
  }),
  ENDS_IN_THE_PAST: () => ({
    zh: "终止时间不能早于一分钟之后。如需尽快终止，请将时间留空：一分钟后终止。",
    en: "It cannot end in the past, nor within the minute. Leave the time empty to end it in a minute, or choose a later one.",
  }),
  DRAFT_EXISTS: () => ({
    zh: "该政策已有进行中的草案。请在其上继续，或先将其作废。",
    en: "There is a draft of this policy already. Go on with it, or discard it first.",
  }),
  SCOPE_TAKEN: () => ({
    zh: "该范围已有政策。请打开它并起草新版本。",
    en: "There is a policy for this scope already. Open it and begin its next version.",
  }),
  SCOPE_UNKNOWN: () => ({
    zh: "没有这样的商户、类别或渠道，政策未建立。",
    en: "There is no such merchant, category or channel, so no policy was begun.",
  }),
  TESTS_ARE_READ: () => ({
    zh: "草案正由同事审阅，测试案例随之固定，未作改动。请先退回草案，再修改或删除案例；新增案例不受限制。",
    en: "Colleagues are reading the draft with its test cases, so none is changed or dropped; nothing was written. Send the draft back first. Another case can be added at any time.",
  }),
  TOO_MANY_TESTS: ({ most }) => ({
    zh: `一项政策最多保留 ${most} 个测试案例，未新增。请先删除不再需要的案例。`,
    en: `A policy keeps at most ${most} test cases, so this one was not kept. Drop one that is not needed any more first.`,
  }),
  READ_ANOTHER_TEXT: () => ({
    zh: "您确认的不是该版本的内容。请重新打开并阅读后再确认。",
    en: "What you confirmed is not the text of this version. Open it again, read it, and confirm then.",
  }),
  APPROVAL_REFUSES: ({ text }) => text,
  NOTHING_TO_COPY: () => ({
    zh: "该政策还没有发布过版本。请继续编辑它的第一份草案。",
    en: "This policy has no version yet. Go on with its first draft.",
  }),
};

const problemTexts = {
  REFUSED: { zh: "未能执行，内容没有变化。", en: "That was refused, and nothing was changed." },
  STALE: {
    zh: "该草案在您打开之后已有更改：可能是同事所为，也可能是您先前的操作已经生效，只是没有收到答复。本次操作没有生效。请对照最新内容后再试。",
    en: "This draft has been changed since you opened it: by a colleague, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Compare it with what stands now, and try again.",
  },
  NOT_FOUND: { zh: "没有找到该政策或草案。", en: "There is no such policy or draft." },
} as const satisfies Readonly<Record<string, BilingualText>>;

export function policyProblemText(kind: keyof typeof problemTexts, locale: RuleLocale): string {
  return locale === "zh-CN" ? problemTexts[kind].zh : problemTexts[kind].en;
}
