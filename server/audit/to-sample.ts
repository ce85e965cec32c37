import { localised } from "../graphql/locale.ts";
import type { Day } from "../kernel/day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { type AuditProblem, auditProblemText } from "./domain/audit-problems.ts";
import { type MachineAnswer, machineText } from "./domain/checklist.ts";
import { sampleMethodText } from "./domain/sampling.ts";
import type { AuditEventRow, ItemRow, SampleRow } from "./queries/find-samples.ts";
import {
  AuditEventType,
  AuditRefusedType,
  AuditSampleType,
  type MachineAnswerType,
  SampleItemType,
} from "./sample.type.ts";

export function toSample(row: SampleRow, locale: Locale): AuditSampleType {
  return Object.assign(new AuditSampleType(), {
    row,
    id: toGlobalId("AuditSample", row.id),
    title: row.title,
    kind: row.kind,
    stratifyBy: row.stratify_by,
    seed: row.seed,
    size: row.size,
    from: row.from_on as Day,
    to: row.to_on as Day,
    asOf: row.as_of,
    populationSize: row.population_size,
    populationHash: row.population_hash,
    method: localised(sampleMethodText[row.kind], locale),
    drawnAt: row.drawn_at,
    chainHead: row.chain_head,
    eventCount: row.event_count,
  });
}

export function toItem(row: ItemRow): SampleItemType {
  return Object.assign(new SampleItemType(), {
    row,
    id: toGlobalId("SampleItem", row.id),
    position: row.position,
    version: row.version,
    caseNumber: row.case_number,
    decidedKind: row.decided_kind,
    decidedAt: row.decided_at,
    risk: row.risk,
    answers: row.answers,
    reviewedAt: row.reviewed_at,
    ownWork: row.own_work,
  });
}

export function toMachineAnswer({ question, answer }: MachineAnswer, locale: Locale): MachineAnswerType {
  return { question, answer, text: localised(machineText[question], locale) };
}

export function toAuditEvent(row: AuditEventRow): AuditEventType {
  const { data } = row;
  const text = (name: string) => (typeof data[name] === "string" ? data[name] : null);
  return Object.assign(new AuditEventType(), {
    row,
    id: toGlobalId("AuditEvent", row.id),
    sequence: row.sequence,
    kind: row.kind,
    at: row.at,
    hash: row.hash,
    note: text("note"),
    to: text("to"),
  });
}

/** The sentence of each reason; together they are the message. */
export function toAuditRefused(problems: readonly AuditProblem[], locale: Locale): AuditRefusedType {
  const reasons = problems.map((code) => ({ code, message: localised(auditProblemText[code], locale) }));
  return Object.assign(new AuditRefusedType(), { message: reasons.map(({ message }) => message).join(" "), reasons });
}
