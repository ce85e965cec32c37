import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import { CaseEvent } from "../cases/case-event.entity.ts";
import { Staff } from "../staff/staff.entity.ts";
import type { GivenAnswer, MachineAnswer } from "./domain/checklist.ts";
import type { SampleKind, SampleStrata } from "./domain/sampling.ts";

/** A group of the population, and how much of it was drawn. */
export interface DrawnStratum {
  readonly name: string;
  readonly population: number;
  readonly drawn: number;
}

/** Decided cases that were drawn by a seed. All that it takes to draw the very same ones again is kept, and never changed. */
export const AuditSampleSchema = defineEntity({
  name: "AuditSample",
  tableName: "audit_sample",
  properties: {
    id: p.uuid().primary(),
    title: p.text(),
    kind: p.text().$type<SampleKind>(),
    stratifyBy: p.text().$type<SampleStrata>().nullable(),
    seed: p.text(),
    size: p.integer(),
    fromOn: p.date(),
    toOn: p.date(),
    /** What happened after this is no part of the population, though it may lie within the period. */
    asOf: p.datetime(3),
    populationSize: p.integer(),
    /** SHA-256 over the numbers of its cases, a line each, in order. */
    populationHash: p.text(),
    strata: p.json<readonly DrawnStratum[]>(),
    checklistVersion: p.integer(),
    drawnBy: () => p.manyToOne(Staff),
    drawnAt: p.datetime(3),
    /** Head and length of the chain of what was done with it (`audit_event`). */
    chainHead: p.text(),
    eventCount: p.integer(),
  },
});

export class AuditSample extends AuditSampleSchema.class {}
AuditSampleSchema.setClass(AuditSample);

/** One case of a sample, with what its reviewer and the records say of it. */
export const AuditItemSchema = defineEntity({
  name: "AuditItem",
  tableName: "audit_item",
  uniques: [{ properties: ["sample", "position"] }, { properties: ["sample", "case"] }],
  properties: {
    id: p.uuid().primary(),
    sample: () => p.manyToOne(AuditSample),
    case: () => p.manyToOne(Case),
    /** The decision that is looked at. */
    event: () => p.manyToOne(CaseEvent),
    position: p.integer(),
    stratum: p.text(),
    /** How many exceptions stood on it then. */
    risk: p.integer(),
    version: p.integer().default(1),
    answers: p.json<readonly GivenAnswer[]>(),
    /** What the records said when the review was kept; null before. */
    machine: p.json<readonly MachineAnswer[]>().nullable(),
    reviewedBy: () => p.manyToOne(Staff).nullable(),
    reviewedAt: p.datetime(3).nullable(),
  },
});

export class AuditItem extends AuditItemSchema.class {}
AuditItemSchema.setClass(AuditItem);
