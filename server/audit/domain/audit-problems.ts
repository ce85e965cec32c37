import type { Bilingual } from "../../kernel/calendar.ts";
import { largestSample } from "./sampling.ts";

/** Why something in the room of samples and findings was not done. */
export const auditProblems = [
  "SAMPLE_NOT_FOUND",
  "FINDING_NOT_FOUND",
  "AUDIT_STALE",
  "OWN_WORK",
  "NOTHING_TO_DRAW",
  "PERIOD_CROSSED",
  "NOT_SETTLED_YET",
  "POPULATION_CHANGED",
  "SEED_UNFIT",
  "SIZE_UNFIT",
  "STRATA_MISSING",
  "ANSWERED_TWICE",
  "NO_NEEDS_NOTE",
  "OWNER_UNFIT",
  "DUE_IN_THE_PAST",
  "FINDING_WRONG_STATE",
  "FINDING_NOT_YOURS",
  "REVIEWERS_ONLY",
  "OWNER_MAY_NOT_VERIFY",
  "NOTE_MISSING",
  "KEY_REUSED",
] as const;
export type AuditProblem = (typeof auditProblems)[number];

export const auditProblemText: Readonly<Record<AuditProblem, Bilingual>> = {
  SAMPLE_NOT_FOUND: {
    zh: "找不到这项抽样。请返回抽样列表重新打开。",
    en: "There is no such sample or case in it. Go back to the list of samples and open it again.",
  },
  FINDING_NOT_FOUND: {
    zh: "找不到这项发现。请返回列表重新打开。",
    en: "There is no such finding. Go back to the list and open it again.",
  },
  AUDIT_STALE: {
    zh: "这一条在您打开之后已有更改：可能是同事所为，也可能是您先前的操作已经生效，只是没有收到答复。本次没有保存任何内容。请看过最新内容后再决定。",
    en: "This has been changed since you opened it: by a colleague, or by a press of your own whose answer did not arrive. Nothing of this press was kept. Read what stands there now, then decide again.",
  },
  KEY_REUSED: {
    zh: "该请求标识已用于另一项内容，本次未保存。请刷新页面后重试。",
    en: "This request's key was already used for something else, so nothing was kept. Reload the page and try again.",
  },
  OWN_WORK: {
    zh: "您参与过这件案件，不能审查自己的工作。请由另一位合规专员审查。",
    en: "You worked on this case yourself. Ask another compliance officer to review it.",
  },
  NOTHING_TO_DRAW: {
    zh: "所选期间内没有已决定的案件。请放宽期间。",
    en: "No case was decided within these days. Widen the period.",
  },
  PERIOD_CROSSED: {
    zh: "开始日期晚于结束日期。请更正期间。",
    en: "The period ends before it begins. Correct the days.",
  },
  NOT_SETTLED_YET: {
    zh: "截止时点必须至少在一分钟之前。请重新预览后再抽取。",
    en: "The boundary must be at least a minute ago. Preview again, then draw.",
  },
  POPULATION_CHANGED: {
    zh: "总体与预览时不一致，未抽取。请重新预览。",
    en: "The population is not the one of the preview; nothing was drawn. Preview again.",
  },
  SEED_UNFIT: {
    zh: "种子须为 4 至 64 个字母、数字、点、下划线或连字符。",
    en: "A seed has 4 to 64 letters, digits, dots, underscores or hyphens.",
  },
  SIZE_UNFIT: {
    zh: `样本数须在 1 至 ${largestSample} 之间。`,
    en: `A sample has from 1 to ${largestSample} cases.`,
  },
  STRATA_MISSING: {
    zh: "分层抽样须选定分组方式；其他方式不分组。",
    en: "A stratified sample says what its groups are made by; the other kinds have none.",
  },
  ANSWERED_TWICE: {
    zh: "同一问题只能回答一次。",
    en: "A question was answered twice; give one answer to each.",
  },
  NO_NEEDS_NOTE: {
    zh: "回答“否”时请写明看到了什么。",
    en: "Say what you saw wherever the answer is no.",
  },
  OWNER_UNFIT: {
    zh: "负责人须为在职的本部门同事。请另选一位。",
    en: "The owner must be a colleague of the desk who is at work. Choose somebody else.",
  },
  DUE_IN_THE_PAST: {
    zh: "整改期限不能早于今天。",
    en: "The due date lies in the past. Give today or a later day.",
  },
  FINDING_WRONG_STATE: {
    zh: "按该发现目前的状态不能这样做。请刷新后查看。",
    en: "As the finding stands this cannot be done. Refresh to see how it stands.",
  },
  FINDING_NOT_YOURS: {
    zh: "只有负责人能推进整改。请联系负责人，或由合规专员更换负责人。",
    en: "Only its owner moves a finding on. Ask the owner, or have compliance name another.",
  },
  REVIEWERS_ONLY: {
    zh: "只有合规专员可以复核或退回。",
    en: "Only a compliance officer verifies a finding or sends it back.",
  },
  OWNER_MAY_NOT_VERIFY: {
    zh: "不能复核由自己负责或完成的整改。请由另一位合规专员复核。",
    en: "Nobody verifies a correction that is or was their own. Ask another compliance officer.",
  },
  NOTE_MISSING: {
    zh: "请写明做了什么，或为何退回。",
    en: "Say what was done, or why it goes back.",
  },
};
