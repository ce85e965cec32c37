import { type ResultOf, readFragment } from "gql.tada";
import type { Client } from "urql";
import { newKey } from "../../../graphql/new-key.ts";
import type { BulkAction } from "./bulk-actions.ts";
import {
  AddNoteToCases,
  AssignCases,
  BulkOutcomeFragment,
  type BulkPreviewQuery,
  CloseCases,
  RequestInformationOnCases,
} from "./bulk-operations.ts";

export type PreviewRow = ResultOf<typeof BulkPreviewQuery>["bulkPreview"][number];
export type BulkOutcome = ResultOf<typeof BulkOutcomeFragment>;

/** Gives cases back to whoever had them. */
export type UndoAssign = readonly {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly assigneeId: string | null;
  /** Who has it since: whoever else has it by then keeps it. */
  readonly givenTo: string | null;
}[];

export interface BulkInput {
  readonly action: BulkAction;
  readonly key: string;
  readonly rows: readonly PreviewRow[];
  /** Whom to assign to, for ASSIGN; what to say, for the others. */
  readonly assigneeId: string | null;
  readonly text: string;
}

/** Null where no answer came. The key makes sending it again safe. */
export async function runBulk(
  client: Client,
  { action, key, rows, assigneeId, text }: BulkInput,
): Promise<BulkOutcome | null> {
  const cases = rows.map((row) => ({ caseId: row.case.id, expectedVersion: row.case.version }));
  const common = { idempotencyKey: key, cases };
  const send = {
    ASSIGN: () =>
      client
        .mutation(AssignCases, { input: { ...common, cases: cases.map((one) => ({ ...one, assigneeId })) } })
        .toPromise(),
    ADD_NOTE: () => client.mutation(AddNoteToCases, { input: { ...common, message: text } }).toPromise(),
    REQUEST_INFORMATION: () =>
      client.mutation(RequestInformationOnCases, { input: { ...common, message: text } }).toPromise(),
    CLOSE: () => client.mutation(CloseCases, { input: { ...common, reason: text } }).toPromise(),
  } satisfies Record<BulkAction, unknown>;
  const { data } = await send[action]();
  return data === undefined ? null : readFragment(BulkOutcomeFragment, data.result);
}

/** What moved meanwhile, by a clock that ran out or a message that came, is given back all the same while nobody else has it. */
export async function undoAssign(client: Client, key: string, cases: UndoAssign): Promise<BulkOutcome | null> {
  const first = await giveBack(client, key, cases);
  const again = cases.flatMap((one) => {
    const result = first?.rows.find(({ caseId }) => caseId === one.caseId)?.result;
    if (result?.__typename !== "StaleCase" || (result.case.assignee?.id ?? null) !== one.givenTo) return [];
    return [{ ...one, expectedVersion: result.case.version }];
  });
  if (first === null || again.length === 0) return first;
  const second = await giveBack(client, newKey(), again);
  if (second === null) return first;
  const rows = first.rows.map((row) => second.rows.find(({ caseId }) => caseId === row.caseId) ?? row);
  return { ...first, done: first.done + second.done, rows };
}

async function giveBack(client: Client, key: string, cases: UndoAssign): Promise<BulkOutcome | null> {
  const each = cases.map(({ caseId, expectedVersion, assigneeId }) => ({ caseId, expectedVersion, assigneeId }));
  const { data } = await client.mutation(AssignCases, { input: { idempotencyKey: key, cases: each } }).toPromise();
  return data === undefined ? null : readFragment(BulkOutcomeFragment, data.result);
}

/** What would give every case that was assigned back to whoever had it. */
export function undoOf(rows: readonly PreviewRow[], outcome: BulkOutcome): UndoAssign {
  const before = new Map(rows.map((row) => [row.case.id, row.case.assignee?.id ?? null]));
  return outcome.rows.flatMap(({ caseId, result }) =>
    result.__typename === "CaseActionDone"
      ? [
          {
            caseId,
            expectedVersion: result.case.version,
            assigneeId: before.get(caseId) ?? null,
            givenTo: result.case.assignee?.id ?? null,
          },
        ]
      : [],
  );
}

/** Why one was not done; null where it was. */
export function troubleOf(outcome: BulkOutcome, caseId: string): string | null {
  const result = outcome.rows.find((row) => row.caseId === caseId)?.result;
  if (result === undefined || result.__typename === "CaseActionDone") return null;
  return result.__typename === "ActionRefused"
    ? result.reasons.map(({ message }) => message).join(" ")
    : result.message;
}
