import { setTimeout } from "node:timers/promises";
import { type GraphQLSchema, parse, subscribe } from "graphql";
import { announceCase } from "../../../server/cases/actions/announce-case.ts";
import { newId } from "../../../server/kernel/ids.ts";
import { makeContext } from "../../../server/request-context-of.ts";
import { type Actor, customerActor, strangerActor } from "../../../server/staff/domain/actor.ts";
import { staffRoles } from "../../../server/staff/domain/roles.ts";
import { findActor } from "../../../server/staff/queries/find-actor.ts";
import { tellMentioned } from "../../../server/threads/actions/desk-signals.ts";
import type { TestApi } from "../api.ts";
import { levelOf, type MatrixRow, type Reader, readers, rowOf } from "../authorization-matrix.ts";
import type { Seeds } from "../authorization-seeds.ts";
import { settleExports } from "../export-attempts.ts";

/** What live views tell: both cases are said to have changed, and each reader hears of those in sight. */
export async function streamLevels(
  api: TestApi,
  schema: GraphQLSchema,
  seeds: Seeds,
  name: string,
): Promise<MatrixRow | null> {
  const heard = new Map<Reader, string>(readers.map((reader) => [reader, ""]));
  const both = [seeds.own, seeds.other];
  // `is`: what is told does not name its case itself.
  const documents: Readonly<Record<string, readonly { readonly document: string; readonly is?: string }[]>> = {
    caseChanged: both.map(({ id }) => ({ document: `subscription { caseChanged(id: "${id}") { id } }` })),
    // Whoever may import sees every import.
    importChanged: both.map(({ id }) => ({
      document: `subscription { importChanged(id: "${seeds.importId}") { state } }`,
      is: id,
    })),
    queueChanged: [{ document: "subscription { queueChanged { id } }" }],
    presenceChanged: both.map(({ id }) => ({
      document: `subscription { presenceChanged(caseId: "${id}") { state } }`,
      is: id,
    })),
    exportChanged: (await givenExports(api)).map((id) => ({
      document: `subscription { exportChanged(id: "${id}") { state } }`,
      is: seeds.own.id,
    })),
    mentionsChanged: [{ document: "subscription { mentionsChanged }", is: seeds.own.id }],
  };
  const asked = documents[name];
  if (asked === undefined) return null;
  for (const reader of readers) {
    const contextValue = makeContext(api.house, {
      actor: await actorOf(api, reader, seeds),
      locale: "en",
      cameBy: "NOTHING",
      clientAddress: "127.0.0.1",
    });
    for (const { document, is } of asked) {
      const stream = await subscribe({ schema, document: parse(document), contextValue });
      if (!(Symbol.asyncIterator in stream)) continue;
      void listen(stream, (text) =>
        heard.set(reader, (heard.get(reader) ?? "") + (is === undefined ? text : JSON.stringify(is))),
      );
    }
  }
  // The streams begin to listen when they are first asked, which is at once but not before this.
  await setTimeout(50);
  await announce(api, seeds);
  await setTimeout(500);
  return rowOf((reader) => {
    const text = heard.get(reader) ?? "";
    return levelOf({ own: text.includes(`"${seeds.own.id}"`), other: text.includes(`"${seeds.other.id}"`) });
  });
}

/** One of everybody's own. */
async function givenExports(api: TestApi): Promise<readonly string[]> {
  await settleExports(api);
  const started = staffRoles.map(async (role) => {
    const { data } = await api.as(role).query<{ startExport: { id?: string } } | null>(
      `mutation ($key: UUID!) {
        startExport(input: { kind: TRANSACTIONS, idempotencyKey: $key }) { __typename ... on ExportRun { id } } }`,
      { key: newId() },
    );
    return data?.startExport.id ?? [];
  });
  return (await Promise.all(started)).flat();
}

async function listen(stream: AsyncIterable<unknown>, tell: (text: string) => void): Promise<void> {
  for await (const answer of stream) tell(JSON.stringify(answer));
}

async function announce(api: TestApi, { own, other }: Seeds): Promise<void> {
  await api.house.db.transaction().execute(async (trx) => {
    await announceCase(trx, own.caseId, 1);
    await announceCase(trx, other.caseId, 1);
    for (const role of staffRoles) await tellMentioned(trx, api.as(role).staffId);
  });
}

async function actorOf(api: TestApi, reader: Reader, seeds: Seeds): Promise<Actor> {
  if (reader === "SIGNED_OUT") return strangerActor;
  if (reader === "CUSTOMER") return customerActor(seeds.own.caseId, "customer");
  const caller = await findActor(
    { db: api.house.db, login: api.login, clock: api.house.clock },
    { cookie: api.as(reader).cookie },
  );
  if (caller === null) throw new Error(`${reader} is not signed in`);
  return caller.actor;
}
