import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import type { ColumnPlaces, ColumnSpecs } from "../../transactions/domain/columns.ts";
import { readFileTime } from "../../transactions/domain/file-time.ts";
import { RowReader } from "../../transactions/domain/row-reader.ts";
import type { OutsideProblem } from "./outside-problem.ts";

const needed = (...alsoCalled: string[]) => ({ required: true, alsoCalled });
const optional = (...alsoCalled: string[]) => ({ required: false, alsoCalled });

/** The columns of a file of records from outside, and the headings that we know them by. */
export const outsideColumns = {
  email: needed("e_mail", "mail", "person", "staff_email", "邮箱", "员工邮箱", "人员"),
  course: needed("course_code", "课程代码", "课程"),
  passed_on: needed("passed_at", "completed_on", "date", "通过日期", "完成日期"),
  score: optional("result", "成绩", "分数"),
  valid_until: optional("expires_on", "expiry", "有效期至", "失效日期"),
  certificate: optional("certificate_number", "certificate_no", "证书编号"),
} as const satisfies ColumnSpecs<string>;
export type OutsideColumn = keyof typeof outsideColumns;

/** That somebody passed a course elsewhere, as a file says it. */
export interface OutsideRow {
  readonly email: string;
  readonly course: string;
  readonly passedOn: Day;
  readonly score: number | null;
  /** Null: as long as the course's own records hold. */
  readonly validUntil: Day | null;
  readonly certificate: string | null;
}

/** What could be read of a row, null where nothing could, and everything that is wrong with it by itself. */
export interface ReadOutsideRow {
  readonly seen: { readonly [Name in keyof OutsideRow]: OutsideRow[Name] | null };
  readonly problems: readonly OutsideProblem[];
}

/** A row of which nothing can be read. */
export function unreadRow(problems: readonly OutsideProblem[]): ReadOutsideRow {
  const seen = { email: null, course: null, passedOn: null, score: null, validUntil: null, certificate: null };
  return { seen, problems };
}

export function readOutsideRow(fields: readonly string[], places: ColumnPlaces<OutsideColumn>): ReadOutsideRow {
  if (fields.length !== places.count)
    return unreadRow([{ column: null, code: "COLUMN_COUNT", found: fields.length, expected: places.count }]);
  const read = new RowReader(fields, places);
  const problems: OutsideProblem[] = [];
  const email = read.required("email", read.name("email", 254), "").toLowerCase();
  const course = read.required("course", read.identifier("course", 60), "").toLowerCase();
  const dayIn = (column: "passed_on" | "valid_until"): Day | null => {
    const text = read.text(column);
    const at = text === "" ? null : readFileTime(text);
    if (text !== "" && at === null) problems.push({ column, code: "NOT_A_DAY" });
    return at === null ? null : deskDay(at);
  };
  const passedOn = dayIn("passed_on");
  if (read.text("passed_on") === "") read.fault("passed_on", { code: "MISSING" });
  const validUntil = dayIn("valid_until");
  const scored = /^(\d{1,3})\s?%?$/.exec(read.text("score"))?.[1];
  const score = scored === undefined ? null : Number(scored);
  if (read.text("score") !== "" && (score === null || score > 100))
    problems.push({ column: "score", code: "NOT_A_SCORE" });
  const certificate = read.identifier("certificate");
  const all = [...read.problems, ...problems];
  const unlessFaulty = <T>(name: OutsideColumn, value: T) => (all.some(({ column }) => column === name) ? null : value);
  const seen = {
    ...{ email: unlessFaulty("email", email), course: unlessFaulty("course", course), passedOn, validUntil },
    ...{ score: unlessFaulty("score", score), certificate: unlessFaulty("certificate", certificate) },
  };
  return { seen, problems: all };
}
