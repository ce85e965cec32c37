import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import { type Candidate, decidingKinds, type SampleKind, type SampleStrata, type Stratum } from "../domain/sampling.ts";
import { exceptions } from "./list-exceptions.ts";

/** All that says which cases are drawn from, and in which order. */
export interface Population {
  readonly kind: SampleKind;
  readonly stratifyBy: SampleStrata | null;
  readonly seed: string;
  readonly from: Date;
  /** What happened later is no part of it. */
  readonly asOf: Date;
}

export interface DrawCandidate extends Candidate {
  readonly caseId: string;
  readonly eventId: string;
  readonly risk: number;
}

export interface DrawnFrom {
  readonly size: number;
  /** SHA-256 over the numbers of the cases, a line each, in order. */
  readonly hash: string;
  readonly strata: readonly Stratum[];
  /** The first of each group, as many as a sample may take of it. */
  readonly candidates: readonly DrawCandidate[];
}

interface Row {
  readonly size: number | null;
  readonly hash: string | null;
  readonly strata: readonly Stratum[] | null;
  readonly candidates: readonly DrawCandidate[] | null;
}

/**
 * The cases of the whole desk that were decided within a time, and the first of each group; one statement, whose answer
 * does not grow with the population. It reads events and what never changes of a case, so that it says the same in a year.
 */
export async function drawCandidates(db: Db, population: Population, most: number): Promise<DrawnFrom> {
  const { seed, from, asOf } = population;
  const { rows } = await sql<Row>`
    with decided as (
      select distinct on (e.case_id) e.case_id, e.id as event_id, e.kind, e.actor_id
      from case_event e
      where e.kind = any(${decidingKinds}::text[]) and e.at between ${from} and ${asOf}
      order by e.case_id, e.sequence desc
    ), population as (
      select decided.event_id, cases.id as case_id, cases.number, ${riskOf(db, population)} as risk,
        ${stratumOf(population.stratifyBy)} as stratum,
        encode(sha256(convert_to(${seed} || ':' || cases.number, 'UTF8')), 'hex') as rank
      from decided join (${casesInSight(db, systemActor).selectAll("cases")}) cases on cases.id = decided.case_id
    ), placed as (
      select *, row_number() over (partition by stratum order by risk desc, rank collate "C")::int as place from population
    )
    select
      (select count(*)::int from population) as size,
      (select encode(sha256(convert_to(string_agg(number, E'\n' order by number collate "C"), 'UTF8')), 'hex') from population) as hash,
      (select jsonb_agg(jsonb_build_object('name', stratum, 'population', count))
        from (select stratum, count(*)::int as count from population group by stratum) grouped) as strata,
      (select jsonb_agg(jsonb_build_object('caseId', case_id, 'eventId', event_id, 'risk', risk, 'stratum', stratum, 'place', place))
        from placed where place <= ${most}) as candidates`.execute(db);
  const [row] = rows;
  return {
    size: row?.size ?? 0,
    hash: row?.hash ?? "",
    strata: row?.strata ?? [],
    candidates: row?.candidates ?? [],
  };
}

/** How many exceptions stand on the case; counted where they say who comes first. */
function riskOf(db: Db, { kind, asOf }: Population): RawBuilder<number> {
  if (kind !== "RISK") return sql`0`;
  return sql`(select count(*)::int from (${exceptions(db, systemActor)} and e.case_id = decided.case_id and e.at <= ${asOf}) standing)`;
}

/** Amounts of several currencies are not compared: a quarter is one of the cases of a currency, the smallest amounts first. */
function stratumOf(by: SampleStrata | null): RawBuilder<string> {
  switch (by) {
    case null:
      return sql`'ALL'`;
    case "OUTCOME":
      return sql`decided.kind`;
    case "DECIDER":
      return sql`coalesce(decided.actor_id::text, 'SYSTEM')`;
    case "AMOUNT":
      return sql`cases.currency || ' ' || ntile(4) over (partition by cases.currency order by cases.amount_minor, cases.number collate "C")`;
  }
}
