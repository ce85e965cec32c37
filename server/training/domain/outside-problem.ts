import type { Day } from "../../kernel/day.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { FileProblem, RowProblem } from "../../transactions/domain/import-problem.ts";
import { fileProblemText, rowProblemText } from "../../transactions/domain/import-text.ts";

/** What only a record from outside can have wrong about it; all else is what any file can. */
type OutsideFault =
  | { readonly code: "NOT_A_DAY" }
  | { readonly code: "NOT_A_SCORE" }
  | { readonly code: "PERSON_UNKNOWN" }
  | { readonly code: "PERSON_HAS_LEFT"; readonly name: string }
  | { readonly code: "OWN_RECORD" }
  | { readonly code: "COURSE_UNKNOWN" }
  | { readonly code: "IN_THE_FUTURE" }
  | { readonly code: "BELOW_PASS_MARK"; readonly mark: number }
  | { readonly code: "ENDS_BEFORE_IT_BEGINS" }
  | { readonly code: "RECORDED_OTHERWISE"; readonly passedOn: Day };
type OutsideFaultCode = OutsideFault["code"];

/** What is wrong with one row, and in which column. */
export type OutsideProblem = RowProblem | ({ readonly column: string } & OutsideFault);

/** Why a file is not looked at row by row at all. */
export type OutsideFileProblem = FileProblem | { readonly code: "TOO_MANY_ROWS"; readonly max: number };

const texts: { readonly [C in OutsideFaultCode]: (fault: Extract<OutsideFault, { code: C }>) => BilingualText } = {
  NOT_A_DAY: () => ({ zh: "不是有效的日期，例如 2026-04-21", en: "is not a day such as 2026-04-21" }),
  NOT_A_SCORE: () => ({ zh: "应为 0 至 100 的整数", en: "must be a whole number from 0 to 100" }),
  PERSON_UNKNOWN: () => ({
    zh: "没有使用该邮箱的同事；请核对，或先邀请其加入",
    en: "is nobody's e-mail address here; correct it, or invite them first",
  }),
  PERSON_HAS_LEFT: ({ name }) => ({ zh: `${name} 已不在职`, en: `${name} does not work here any more` }),
  OWN_RECORD: () => ({
    zh: "不能登记本人的记录；请由其他同事导入该行",
    en: "is your own; ask a colleague to bring in this row",
  }),
  COURSE_UNKNOWN: () => ({
    zh: "没有该代码的已发布课程；代码见“课程”页",
    en: "is the code of no published course; the codes stand under Courses",
  }),
  IN_THE_FUTURE: () => ({ zh: "晚于今天", en: "is later than today" }),
  BELOW_PASS_MARK: ({ mark }) => ({
    zh: `低于该课程的及格线 ${mark}%`,
    en: `is below the course's pass mark of ${mark}%`,
  }),
  ENDS_BEFORE_IT_BEGINS: () => ({ zh: "早于通过日期", en: "is before the day on which it was passed" }),
  RECORDED_OTHERWISE: ({ passedOn }) => ({
    zh: `此人 ${passedOn} 通过该课程的记录已经登记，内容不同；已登记的记录不会被改写`,
    en: `differs from what is recorded of this person and course on ${passedOn}; what was recorded is never overwritten`,
  }),
};

export function outsideProblemText(problem: OutsideProblem): BilingualText {
  // The record's key and the problem's code are the same word.
  const own = (texts as Readonly<Record<string, ((fault: OutsideProblem) => BilingualText) | undefined>>)[problem.code];
  return own === undefined ? rowProblemText(problem as RowProblem) : own(problem);
}

export function outsideFileText(problem: OutsideFileProblem): BilingualText {
  if (problem.code !== "TOO_MANY_ROWS") return fileProblemText(problem);
  const { max } = problem;
  return {
    zh: `文件超过 ${max} 行，未导入任何内容。请分成几个文件。`,
    en: `The file has more than ${max} rows, so nothing was taken. Split it.`,
  };
}
