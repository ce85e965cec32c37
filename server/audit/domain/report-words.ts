import type { Bilingual } from "../../kernel/calendar.ts";
import type { SampleAnswer } from "./checklist.ts";
import type { FindingState, Severity } from "./finding-life.ts";
import type { SampleKind } from "./sampling.ts";

/** The words of the printed report. */
export const reportLabels = {
  title: { zh: "抽样审查报告", en: "Report of a sample review" },
  printed: { zh: "打印时间", en: "Printed" },
  population: { zh: "总体与抽样方法", en: "Population and method" },
  kind: { zh: "抽样方式", en: "Kind" },
  method: { zh: "方法", en: "Method" },
  seed: { zh: "种子", en: "Seed" },
  period: { zh: "期间", en: "Period" },
  boundary: { zh: "截至", en: "Up to" },
  populationSize: { zh: "总体件数", en: "Cases in it" },
  populationHash: { zh: "总体哈希", en: "Its hash (SHA-256)" },
  drawn: { zh: "抽取人与时间", en: "Drawn by" },
  sample: { zh: "样本件数 / 已审", en: "Drawn / reviewed" },
  proof: { zh: "重新抽取", en: "Drawn again" },
  same: { zh: "与所存完全一致，审查记录完整", en: "the very same cases; the review's records are intact" },
  differs: { zh: "与所存不符，或审查记录被改动", en: "not what was kept, or the records were changed" },
  results: { zh: "逐题结果", en: "Results by question" },
  byPeople: { zh: "审查人员判断", en: "Judged by reviewers" },
  byMachine: { zh: "系统自动核对", en: "Answered by the records" },
  findings: { zh: "审计发现", en: "Findings" },
  none: { zh: "无", en: "None" },
  cause: { zh: "原因", en: "Cause" },
  correction: { zh: "整改措施", en: "Corrective action" },
  owner: { zh: "负责人与期限", en: "Owner and due date" },
  verified: { zh: "复核人", en: "Verified by" },
  cases: { zh: "样本案件", en: "Cases of the sample" },
  unreviewed: { zh: "尚未审完", en: "not reviewed in full" },
  signatures: { zh: "签字", en: "Signatures" },
  reviewer: { zh: "审查人", en: "Reviewer" },
  head: { zh: "合规负责人", en: "Head of compliance" },
  date: { zh: "日期", en: "Date" },
  chain: { zh: "审查记录链首", en: "Head of the review's chain" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const answerWords: Readonly<Record<SampleAnswer, Bilingual>> = {
  YES: { zh: "是", en: "Yes" },
  NO: { zh: "否", en: "No" },
  NOT_APPLICABLE: { zh: "不适用", en: "N/A" },
};
export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  LOW: { zh: "低", en: "Low" },
  MEDIUM: { zh: "中", en: "Medium" },
  HIGH: { zh: "高", en: "High" },
  CRITICAL: { zh: "重大", en: "Critical" },
};
export const findingStateWords: Readonly<Record<FindingState | "OVERDUE", Bilingual>> = {
  OPEN: { zh: "待整改", en: "Open" },
  IN_PROGRESS: { zh: "整改中", en: "In progress" },
  DONE: { zh: "待复核", en: "To verify" },
  VERIFIED: { zh: "已复核", en: "Verified" },
  OVERDUE: { zh: "已逾期", en: "Overdue" },
};
export const kindWords: Readonly<Record<SampleKind, Bilingual>> = {
  RANDOM: { zh: "随机", en: "Random" },
  STRATIFIED: { zh: "分层", en: "By groups" },
  RISK: { zh: "按风险", en: "By risk" },
};

/** What a reviewer noted beside an answer, as one line in the reader's punctuation. */
export function noteLine(question: string, answer: string, note: string): Bilingual {
  return { zh: `${question}：${answer}。${note}`, en: `${question}: ${answer}. ${note}` };
}
