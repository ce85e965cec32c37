import type { Day } from "../../kernel/day.ts";
import type { Result } from "../../kernel/result.ts";
import type { OutsideProblem } from "./outside-problem.ts";
import type { ReadOutsideRow } from "./outside-row.ts";
import { validUntil } from "./validity.ts";

/** All that the rules know of the people and courses that a file names. */
export interface OutsideFacts {
  readonly today: Day;
  /** Who brings the file: nobody records their own. */
  readonly byId: string | null;
  /** By e-mail address. */
  readonly people: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly role: string; readonly active: boolean }
  >;
  /** Published courses, by code. */
  readonly courses: ReadonlyMap<
    string,
    {
      readonly id: string;
      readonly versionId: string;
      readonly passMark: number;
      readonly validityMonths: number | null;
    }
  >;
  /** What came from outside before, by `outsideKey`. */
  readonly known: ReadonlyMap<string, KnownRecord>;
}

export interface KnownRecord {
  readonly score: number | null;
  readonly validUntil: Day | null;
  readonly certificate: string | null;
}

/** A record as it would be written. */
export interface OutsideRecord extends KnownRecord {
  readonly staffId: string;
  readonly courseId: string;
  readonly courseVersionId: string;
  readonly passedOn: Day;
}

/** What would happen to a row: it is recorded, it was before, or it is not taken and why. */
export type OutsideFate =
  | { readonly kind: "NEW"; readonly record: OutsideRecord }
  | { readonly kind: "SAME" }
  | { readonly kind: "BAD"; readonly problems: readonly OutsideProblem[] };

/** One person passes one course once on one day. */
export function outsideKey(staffId: string, courseId: string, passedOn: Day): string {
  return `${staffId} ${courseId} ${passedOn}`;
}

/** Judges each row by itself, but for what an earlier row of the same file has said already. */
export function judgeOutside(rows: readonly ReadOutsideRow[], facts: OutsideFacts): readonly OutsideFate[] {
  const known = new Map(facts.known);
  return rows.map(({ seen, problems }) => {
    const judged = judgeRow(seen, facts);
    if (!judged.ok) return { kind: "BAD", problems: [...problems, ...judged.error] };
    if (problems.length > 0) return { kind: "BAD", problems };
    const record = judged.value;
    const key = outsideKey(record.staffId, record.courseId, record.passedOn);
    const before = known.get(key);
    known.set(key, before ?? record);
    if (before === undefined) return { kind: "NEW", record };
    return differences(before, record);
  });
}

/** What cannot be read is not judged; all the rest is, so that a row is put right in one go. */
function judgeRow(row: ReadOutsideRow["seen"], facts: OutsideFacts): Result<OutsideRecord, readonly OutsideProblem[]> {
  const problems: OutsideProblem[] = [];
  const { passedOn, score, certificate } = row;
  const person = facts.people.get(row.email ?? "");
  if (row.email !== null && person === undefined) problems.push({ column: "email", code: "PERSON_UNKNOWN" });
  if (person?.active === false) problems.push({ column: "email", code: "PERSON_HAS_LEFT", name: person.name });
  else if (person?.id === facts.byId && person !== undefined) problems.push({ column: "email", code: "OWN_RECORD" });
  const course = facts.courses.get(row.course ?? "");
  if (row.course !== null && course === undefined) problems.push({ column: "course", code: "COURSE_UNKNOWN" });
  if (score !== null && course !== undefined && score < course.passMark)
    problems.push({ column: "score", code: "BELOW_PASS_MARK", mark: course.passMark });
  if (passedOn !== null && passedOn > facts.today) problems.push({ column: "passed_on", code: "IN_THE_FUTURE" });
  if (row.validUntil !== null && passedOn !== null && row.validUntil < passedOn)
    problems.push({ column: "valid_until", code: "ENDS_BEFORE_IT_BEGINS" });
  if (person === undefined || course === undefined || passedOn === null || problems.length > 0)
    return { ok: false, error: problems };
  const value = {
    ...{ staffId: person.id, courseId: course.id, courseVersionId: course.versionId, passedOn, score, certificate },
    validUntil: row.validUntil ?? validUntil(passedOn, course.validityMonths),
  };
  return { ok: true, value };
}

/** The same again is no news; what is otherwise is never written over. Where the course's validity has changed since, a row that names no last day says nothing of it. */
function differences(before: KnownRecord, { score, certificate, passedOn }: OutsideRecord): OutsideFate {
  if (before.score === score && before.certificate === certificate) return { kind: "SAME" };
  const columns = [
    ...(before.score === score ? [] : ["score"]),
    ...(before.certificate === certificate ? [] : ["certificate"]),
  ];
  return { kind: "BAD", problems: columns.map((column) => ({ column, code: "RECORDED_OTHERWISE", passedOn })) };
}
