import pg from "pg";
import { inject } from "vitest";
import { publishDefaultPolicy } from "../../server/policies/actions/publish-default-policy.ts";
import { staffRoles } from "../../server/staff/domain/roles.ts";
import { publishDefaultCourses } from "../../server/training/actions/publish-default-courses.ts";
import { givenInstitution, givenMerchant } from "./given-rows.ts";
import { type Member, openTestDesk, type Scope } from "./open-test-desk.ts";
import { databaseAt } from "./run-statement.ts";

/** A desk with its policy, its courses, a shop, a bank and one of each role, that every test file copies. */
export interface FirstDesk {
  /** The database to copy: nobody is connected to it. */
  readonly template: string;
  readonly own: Scope;
  readonly members: readonly Member[];
}

let known: Promise<FirstDesk> | undefined;

/** Made by whichever worker asks first; the others wait for it. Who is in it stands in the database's own comment. */
export function firstDesk(): Promise<FirstDesk> {
  known ??= findOrMake();
  return known;
}

async function findOrMake(): Promise<FirstDesk> {
  const { url, template, first } = inject("testServer");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext($1))", [first]);
    const { rows } = await client.query<{ said: string | null }>(
      "select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1",
      [first],
    );
    const said = rows[0]?.said;
    if (typeof said === "string") return JSON.parse(said);
    // Without its comment it is what a worker left that did not live to the end.
    await client.query(`drop database if exists ${first} with (force)`);
    await client.query(`create database ${first} template ${template} strategy = file_copy`);
    const desk: FirstDesk = { template: first, ...(await fill(databaseAt(url, first))) };
    await client.query(`comment on database ${first} is ${client.escapeLiteral(JSON.stringify(desk))}`);
    return desk;
  } finally {
    await client.end();
  }
}

async function fill(databaseUrl: string): Promise<Omit<FirstDesk, "template">> {
  const desk = await openTestDesk(databaseUrl);
  const { db } = desk.house;
  await publishDefaultPolicy(db, desk.clock.now());
  await publishDefaultCourses(db, desk.clock.now());
  const own = { merchantId: await givenMerchant(db), institutionId: await givenInstitution(db) };
  const members = await Promise.all(staffRoles.map((role, index) => desk.join(role, index + 1, own)));
  await desk.close();
  return { own, members };
}
