import { type ReactNode, useMemo } from "react";
import { Provider } from "urql";
import { vi } from "vitest";
import operations from "../../schema/operations.json" with { type: "json" };
import { makeClient } from "../../web/graphql/client.ts";
import { type Viewer, ViewerContext } from "../../web/shell/viewer.ts";

export interface Asked {
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

interface Answer {
  readonly status?: number;
  readonly body: object;
}

const texts: Readonly<Record<string, string>> = operations;

/** A server that answers by the operation's name; what it was asked is kept. */
export function answering(answer: (asked: Asked) => Answer | Promise<Answer>): Asked[] {
  const asked: Asked[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_url, init) => {
    const { variables = {}, extensions } = JSON.parse(String(init?.body));
    const text = texts[extensions?.persistedQuery?.sha256Hash] ?? "";
    const one: Asked = {
      name: /(?:query|mutation) (\w+)/.exec(text)?.[1] ?? "",
      variables,
      headers: new Headers(init?.headers),
    };
    asked.push(one);
    const { status = 200, body } = await answer(one);
    return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  });
  return asked;
}

export const agent: Viewer = {
  id: "U3RhZmY6MQ",
  name: "Li Na",
  role: "SUPPORT_AGENT",
  permissions: ["CASE_READ", "CASE_WORK", "TRANSACTION_READ"],
  limits: [],
};

/** As inside the shell: a client, and an agent who has signed in. */
export function Desk({ children, viewer = agent }: { readonly children: ReactNode; readonly viewer?: Viewer }) {
  const client = useMemo(() => makeClient({ language: "en", onSignedOut: () => undefined }), []);
  return (
    <Provider value={client}>
      <ViewerContext value={viewer}>{children}</ViewerContext>
    </Provider>
  );
}
