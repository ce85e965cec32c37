import { type RawBuilder, sql } from "kysely";
import { money, toDecimal } from "../../kernel/money.ts";
import { arrayLiteral } from "../../platform/database/array-literal.ts";
import type { Db } from "../../platform/database/database.ts";
import type { RowProblem } from "../domain/import-problem.ts";
import type { SettlementColumn, SettlementRow } from "../domain/settlement-row.ts";

/** A row with the ids that it would get. */
export interface StagedTransaction {
  readonly id: string;
  readonly sale: SettlementRow;
  readonly merchantId: string;
  readonly terminalId: string | null;
}

export interface DifferingTransaction {
  readonly id: string;
  readonly problems: readonly RowProblem[];
}

/** Every column that an import writes: its name, its type, and its value. The comparison reads the same list. */
const columns = [
  ["id", "uuid", (staged) => staged.id],
  ["acquirer_reference", "text", ({ sale }) => sale.acquirerReference],
  ["merchant_id", "uuid", (staged) => staged.merchantId],
  ["terminal_id", "uuid", (staged) => staged.terminalId],
  ["kind", "text", ({ sale }) => sale.kind],
  ["voucher_number", "text", ({ sale }) => sale.voucherNumber],
  ["retrieval_reference", "text", ({ sale }) => sale.retrievalReference],
  ["authorization_code", "text", ({ sale }) => sale.authorizationCode],
  ["network", "text", ({ sale }) => sale.network],
  ["card_first6", "text", ({ sale }) => sale.cardFirst6],
  ["card_last4", "text", ({ sale }) => sale.cardLast4],
  ["entry_mode", "text", ({ sale }) => sale.entryMode],
  ["response_code", "text", ({ sale }) => sale.responseCode],
  ["currency", "text", ({ sale }) => sale.captured.currency],
  ["captured_minor", "bigint", ({ sale }) => String(sale.captured.minor)],
  ["processed_at", "timestamptz(3)", ({ sale }) => sale.processedAt.toISOString()],
  ["settled_at", "timestamptz(3)", ({ sale }) => sale.settledAt?.toISOString() ?? null],
] as const satisfies readonly (readonly [string, string, (staged: StagedTransaction) => string | null])[];

const names = sql.raw(columns.map(([name]) => name).join(", "));

function rowsOf(staged: readonly StagedTransaction[]): RawBuilder<unknown> {
  const arrays = columns.map(([, type, value]) => sql`${arrayLiteral(staged.map(value))}::${sql.raw(type)}[]`);
  return sql`unnest(${sql.join(arrays)}) as staged (${names})`;
}

/** Writes a batch in one statement. A number that is there already is left as it is, and compared. */
export async function insertTransactions(
  db: Db,
  staged: readonly StagedTransaction[],
  now: Date,
): Promise<{ readonly added: number; readonly differing: readonly DifferingTransaction[] }> {
  const inserted = await sql`
    insert into transaction (${names}, created_at) select ${names}, ${now} from ${rowsOf(staged)}
    order by acquirer_reference on conflict (acquirer_reference) do nothing`.execute(db);
  const added = Number(inserted.numAffectedRows ?? 0n);
  return { added, differing: added === staged.length ? [] : await findDiffering(db, staged) };
}

const compared = columns.filter(([name]) => name !== "id");
const theirs = sql.raw(compared.map(([name]) => `staged.${name}`).join(", "));
const ours = sql.raw(compared.map(([name]) => `known.${name}`).join(", "));

/** Looks each number up by itself: a join over a batch would read all transactions once for every thousand rows. */
async function findDiffering(db: Db, staged: readonly StagedTransaction[]): Promise<DifferingTransaction[]> {
  const { rows } = await sql<KnownTransaction>`
    select staged.id as staged_id, known.*, merchant.merchant_number, terminal.terminal_number
    from ${rowsOf(staged)}
    cross join lateral (select * from transaction t where t.acquirer_reference = staged.acquirer_reference limit 1) known
    join merchant on merchant.id = known.merchant_id
    left join terminal on terminal.id = known.terminal_id
    where known.id <> staged.id and (${theirs}) is distinct from (${ours})`.execute(db);
  const byId = new Map(staged.map((one) => [one.id, one.sale]));
  return rows.map((known) => {
    const sale = byId.get(known.staged_id);
    if (sale === undefined) throw new Error("The database compared a row that was not given");
    return { id: known.staged_id, problems: differences(sale, known) };
  });
}

interface KnownTransaction {
  readonly staged_id: string;
  readonly merchant_number: string;
  readonly terminal_number: string | null;
  readonly kind: string;
  readonly voucher_number: string | null;
  readonly retrieval_reference: string | null;
  readonly authorization_code: string | null;
  readonly network: string;
  readonly card_first6: string | null;
  readonly card_last4: string;
  readonly entry_mode: string | null;
  readonly response_code: string | null;
  readonly currency: string;
  readonly captured_minor: bigint;
  readonly processed_at: Date;
  readonly settled_at: Date | null;
  readonly created_at: Date;
}

function differences(sale: SettlementRow, known: KnownTransaction): RowProblem[] {
  const pairs: readonly (readonly [SettlementColumn, string | null, string | null])[] = [
    ["merchant_id", sale.merchantNumber, known.merchant_number],
    ["terminal_id", sale.terminalNumber, known.terminal_number],
    ["kind", sale.kind, known.kind],
    ["voucher_number", sale.voucherNumber, known.voucher_number],
    ["rrn", sale.retrievalReference, known.retrieval_reference],
    ["auth_code", sale.authorizationCode, known.authorization_code],
    ["network", sale.network, known.network],
    ["card_last4", cardOf(sale.cardFirst6, sale.cardLast4), cardOf(known.card_first6, known.card_last4)],
    ["entry_mode", sale.entryMode, known.entry_mode],
    ["response_code", sale.responseCode, known.response_code],
    ["currency", sale.captured.currency, known.currency],
    ["amount", toDecimal(sale.captured), toDecimal(money(known.captured_minor, known.currency))],
    ["processed_at", sale.processedAt.toISOString(), known.processed_at.toISOString()],
    ["settled_at", sale.settledAt?.toISOString() ?? null, known.settled_at?.toISOString() ?? null],
  ];
  const importedOn = known.created_at.toISOString().slice(0, 10);
  return pairs
    .filter(([, is, was]) => is !== was)
    .map(([column, , was]) => ({ column, code: "DIFFERS", importedOn, was: was ?? "-" }));
}

function cardOf(first6: string | null, last4: string): string {
  return `${first6 ?? ""}…${last4}`;
}
