import type { TadaDocumentNode } from "gql.tada";
import { operationText } from "../graphql/operation-text.ts";
import { sha256 } from "../graphql/sha256.ts";
import type { Language } from "../i18n/language.ts";

/** Nobody answered, or the answer was an error; what the desk refuses is an answer like any other. */
export type Answer<Data> =
  | { readonly kind: "answered"; readonly data: Data }
  | { readonly kind: "unreached" }
  | { readonly kind: "broken"; readonly reference: string | null };

export interface Asker {
  readonly language: Language;
  /** Of the private link: acts for the customer on this one case. */
  readonly token?: string;
}

const longestWaitMs = 30_000;

/** Sends one operation, by the hash under which the server knows it. */
export async function ask<Data, Variables>(
  { language, token }: Asker,
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  const persistedQuery = { version: 1, sha256Hash: sha256(operationText(document)) };
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json",
        "accept-language": language,
        ...(token !== undefined && { "x-case-token": token }),
      },
      body: JSON.stringify({ variables, extensions: { persistedQuery } }),
      credentials: "omit",
      signal: AbortSignal.timeout(longestWaitMs),
    });
    return read<Data>(await response.json());
  } catch {
    // No connection, no answer in time, or a proxy's page instead of ours: whoever asks may ask again.
    return { kind: "unreached" };
  }
}

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: { readonly reference?: unknown } }[];
}

function read<Data>({ data, errors }: Body<Data>): Answer<Data> {
  if (errors === undefined && data != null) return { kind: "answered", data };
  const reference = errors?.[0]?.extensions?.reference;
  return { kind: "broken", reference: typeof reference === "string" ? reference : null };
}
