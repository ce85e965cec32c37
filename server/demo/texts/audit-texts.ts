/** What compliance has written so far of its quarterly sample. */
export const sampleTitle = "第四季度裁定抽查";

export const reviewNotes = {
  REASON_UNDERSTOOD: "只写了“不符合政策”，顾客看不出是哪一条",
  FACTS_MATCH_EVIDENCE: "签购单照片看不清金额，未再要求补充",
} as const;

export const findingTexts = [
  {
    severity: "MEDIUM",
    what: "告知顾客的理由过于笼统，未说明依据与结果。",
    cause: "沿用旧模板，未按新版政策改写。",
    correction: "改写拒绝类回复模板，并向该顾客补发说明。",
    owner: "agent",
    dueInDays: 10,
  },
  {
    severity: "HIGH",
    what: "凭证无法辨认金额仍予裁定。",
    cause: "忙时省略了补充材料的步骤。",
    correction: "重新索取凭证并复核金额；组内讲解凭证要求。",
    owner: "supervisor",
    dueInDays: 5,
  },
] as const;
