import { parse } from "csv-parse/sync";
import { exportJobs } from "../../server/exports/jobs/export-jobs.ts";
import { fromGlobalId, newId } from "../../server/kernel/ids.ts";
import type { SignedIn, TestApi } from "./api.ts";

export interface Exported {
  readonly __typename: string;
  readonly id: string;
  readonly code?: string;
  readonly message?: string;
  readonly state?: string;
  readonly rowsTotal?: number;
  readonly filePath?: string | null;
}

const PARTS = `__typename ... on ExportRun { id state rowsTotal rowsWritten failure filePath downloads }
  ... on Problem { message } ... on ExportRefused { code }`;

/** Asks for a file as the console does. */
export async function ask(client: SignedIn, input: object, language = "en"): Promise<Exported> {
  const { body } = await client.send(
    {
      query: `mutation ($input: StartExportInput!) { startExport(input: $input) { ${PARTS} } }`,
      variables: { input: { idempotencyKey: newId(), ...input } },
    },
    { "accept-language": language },
  );
  const { data, errors } = body as { data: { startExport: Exported } | null; errors?: object };
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.startExport;
}

export async function cancel(client: SignedIn, id: string): Promise<Exported> {
  const document = `mutation ($id: ID!) { cancelExport(id: $id) { ${PARTS} } }`;
  return (await client.query<{ cancelExport: Exported }>(document, { id })).data.cancelExport;
}

/** Asks for the list of an earlier export once more, as its line does. */
export async function again(client: SignedIn, exportId: string, idempotencyKey = newId()): Promise<Exported> {
  const document = `mutation ($input: ExportAgainInput!) { exportAgain(input: $input) { ${PARTS} } }`;
  return (await client.query<{ exportAgain: Exported }>(document, { input: { exportId, idempotencyKey } })).data
    .exportAgain;
}

/** What a worker would do. */
export function work(api: TestApi, id: string): Promise<void> {
  return exportJobs["run-export"](api.house, { exportId: rowOf(id) }, new AbortController().signal);
}

export function rowOf(id: string): string {
  return fromGlobalId(id)?.id ?? "";
}

export async function fetchFile({ app }: TestApi, client: Pick<SignedIn, "cookie"> | null, id: string) {
  const headers = { "accept-language": "en", ...(client !== null && { cookie: client.cookie }) };
  const { statusCode, body, headers: got } = await app.inject({ url: `/exports/${id}/file.csv`, headers });
  return { status: statusCode, body, headers: got };
}

/** Asked for, made and fetched: its lines under their headings. */
export async function exported(api: TestApi, client: SignedIn, input: object): Promise<Record<string, string>[]> {
  const { id, message } = await ask(client, input);
  if (message !== undefined) throw new Error(message);
  await work(api, id);
  return linesOf((await fetchFile(api, client, id)).body);
}

export function linesOf(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true });
}
