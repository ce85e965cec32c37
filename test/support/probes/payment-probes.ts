import { newId, toGlobalId } from "../../../server/kernel/ids.ts";
import type { SeededCase } from "../authorization-seeds.ts";
import { anything, letsIn, listed, type Probes, perCase, told } from "./probe.ts";

const paymentOf = ({ transactionId }: SeededCase) => toGlobalId("Transaction", transactionId);

/** Payments, the files they come by, and what is taken away of them as files and as numbers. */
export const paymentProbes: Probes = {
  "Query.transactions": listed("{ transactions { edges { node { id } } } }", paymentOf),
  "Query.transaction": perCase("query ($id: ID!) { transaction(id: $id) { id } }", (target) => ({
    id: paymentOf(target),
  })),
  "Query.findPayment": anything('{ findPayment(slip: { cardLast4: "1" }) { id: __typename } }'),
  "Query.importRuns": anything("{ importRuns { edges { node { id } } } }"),
  "Query.importRun": anything("query ($id: ID!) { importRun(id: $id) { id } }", ({ importId: id }) => ({ id })),
  "Query.importErrors": anything(
    "query ($id: ID!) { importErrors(importId: $id) { edges { node { id: line } } } }",
    ({ importId: id }) => ({ id }),
  ),
  "Query.evidenceLimits": anything("{ evidenceLimits { id: __typename } }"),
  "Query.insight": async (client) => {
    const { data } = await client.query<{ insight: { points: { count: number }[] }[] } | null>(
      `{ insight(period: { from: "2026-01-01", until: "2026-01-01", by: DAY }, measures: [CLOCKS_AT_RISK]) { points { count: of } } }`,
    );
    const open = data?.insight[0]?.points[0]?.count ?? 0;
    return open === 0 ? "no" : open === 1 ? "own" : "yes";
  },
  "Query.exports": async (client) => {
    await client.query(
      `mutation ($key: UUID!) { startExport(input: { kind: TRANSACTIONS, idempotencyKey: $key }) { __typename } }`,
      { key: newId() },
    );
    const { data } = await client.query<{ exports: object[] } | null>("{ exports { id } }");
    return (data?.exports ?? []).length > 0 ? "own" : "no";
  },
  "Mutation.startExport": told("own", { kind: "TRANSACTIONS", idempotencyKey: newId() }),
  "Mutation.cancelExport": letsIn("own", { id: "x" }),
  "Mutation.exportAgain": told("own", { exportId: "x", idempotencyKey: newId() }),
};
