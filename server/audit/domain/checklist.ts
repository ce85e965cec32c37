import type { Bilingual } from "../../kernel/calendar.ts";

export const sampleAnswers = ["YES", "NO", "NOT_APPLICABLE"] as const;
export type SampleAnswer = (typeof sampleAnswers)[number];

/** What a person judges. */
export const sampleQuestions = [
  "RIGHT_POLICY",
  "FACTS_MATCH_EVIDENCE",
  "REASON_UNDERSTOOD",
  "LIMITS_KEPT",
  "RIGHTS_TOLD",
  "EXCEPTIONS_EXPLAINED",
] as const;
export type SampleQuestion = (typeof sampleQuestions)[number];

/** What the records answer by themselves. */
export const machineQuestions = [
  "VERSION_IN_FORCE",
  "DECISION_REPLAYS",
  "CHAIN_INTACT",
  "FOUR_EYES",
  "PAID_TO_OTHERS",
  "CLOCKS_KEPT",
  "MONEY_EQUALS_DECISION",
] as const;
export type MachineQuestion = (typeof machineQuestions)[number];

/** A reviewer's word on one question. */
export interface GivenAnswer {
  readonly question: SampleQuestion;
  readonly answer: SampleAnswer;
  readonly note: string | null;
}

/** What the records said when they were asked. */
export interface MachineAnswer {
  readonly question: MachineQuestion;
  readonly answer: SampleAnswer;
}

interface Asked {
  readonly text: Bilingual;
  /** Where to look, or what a no means. */
  readonly hint: Bilingual;
}

/**
 * The checklist. A sample keeps the number of the one it was drawn with. A question never comes to mean something else: what is
 * asked beside it has a name of its own, and is not answered where it was not asked.
 */
export const checklistVersion = 2;

export const questionText: Readonly<Record<SampleQuestion, Asked>> = {
  RIGHT_POLICY: {
    text: { zh: "适用的政策选择正确", en: "The right policy was applied" },
    hint: {
      zh: "商户、类目与渠道是否对应该政策，裁定所依据的版本是否为受理时应适用的版本。",
      en: "Shop, category and channel fit the policy, and the version is the one that should have decided.",
    },
  },
  FACTS_MATCH_EVIDENCE: {
    text: { zh: "事实与证据一致", en: "The facts match the evidence" },
    hint: {
      zh: "裁定所用的事实能在凭证、商户答复或交易记录中找到依据。",
      en: "What the decision rests on can be seen in the proofs, the merchant's answer or the sale.",
    },
  },
  REASON_UNDERSTOOD: {
    text: { zh: "理由用顾客看得懂的话说明", en: "The reason is said in words the customer understands" },
    hint: {
      zh: "不用代码与行话，说明依据和结果；未向顾客说明即为“否”。",
      en: "No codes, no jargon; what was decided and why. Nothing said to the customer is a no.",
    },
  },
  LIMITS_KEPT: {
    text: { zh: "金额在经办人权限之内", en: "Limits were kept" },
    hint: {
      zh: "批准金额未超过经办人限额，超过的已经过应有的各级审批。",
      en: "The amount was within the agent's own limit, or every tier that it needed agreed.",
    },
  },
  RIGHTS_TOLD: {
    text: { zh: "已告知异议与投诉途径", en: "The customer was told how to contest it" },
    hint: {
      zh: "拒绝或部分退款时须告知申诉期限与可投诉的机构；全额退款选“不适用”。",
      en: "Of a refusal or a part: by when to contest it, and which agency to turn to. Not applicable to a full refund.",
    },
  },
  EXCEPTIONS_EXPLAINED: {
    text: { zh: "例外处理有充分理由", en: "Exceptions are explained" },
    hint: {
      zh: "推翻政策结论、豁免核对、人工登记退款均写明理由；没有例外选“不适用”。",
      en: "An override, a waived check or money recorded by hand gives its reason. Not applicable where there is none.",
    },
  },
};

export const machineText: Readonly<Record<MachineQuestion, Bilingual>> = {
  VERSION_IN_FORCE: { zh: "裁定时该政策版本有效", en: "The policy version was in force when it decided" },
  DECISION_REPLAYS: { zh: "重算裁定得出相同结论", en: "Decided again, the decision is the same" },
  CHAIN_INTACT: { zh: "案件哈希链完整", en: "The case's chain of events is intact" },
  FOUR_EYES: { zh: "审批人不是提出人", en: "Nobody approved what they proposed" },
  PAID_TO_OTHERS: { zh: "批准退款的人不是收款人", en: "Nobody approved money for themselves" },
  CLOCKS_KEPT: { zh: "各项时限均未超期", en: "No deadline was missed" },
  MONEY_EQUALS_DECISION: { zh: "退款金额与决定一致", en: "The money that went back is what was decided" },
};

/** All that the reviewer has to say has been said. */
export function isComplete(answers: readonly GivenAnswer[]): boolean {
  return sampleQuestions.every((question) => answers.some((given) => given.question === question));
}
