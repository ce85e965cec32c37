import { setTimeout as wait } from "node:timers/promises";

/** What one mutation answered in the end. */
export interface ActionAnswer {
  readonly __typename: string;
  readonly event?: { readonly id: string };
  readonly case?: { readonly version: number };
  readonly reasons?: readonly { readonly code: string }[];
}

/** What somebody wants of a case, under the key that was made for it. */
export interface Intention {
  readonly mutation: string;
  readonly inputType: string;
  readonly input: Readonly<Record<string, unknown>> & { readonly idempotencyKey: string };
}

export interface Asked {
  readonly answer: ActionAnswer;
  /** How often nobody knew whether it had been done. */
  readonly lost: number;
}

/** A machine that asks again, under the same key and of whichever server answers, until it knows what became of it. */
export class PersistentClient {
  private readonly addresses: readonly string[];
  private readonly key: string;
  private turn = 0;

  constructor(addresses: readonly string[], key: string) {
    this.addresses = addresses;
    this.key = key;
  }

  async ask(intention: Intention, withinMs: number): Promise<Asked> {
    const end = Date.now() + withinMs;
    for (let lost = 0; ; lost++) {
      const answer = await this.askOnce(intention);
      if (typeof answer !== "string") return { answer, lost };
      if (Date.now() > end) throw new Error(`${intention.mutation} was not answered in ${withinMs} ms: ${answer}`);
      await wait(100);
    }
  }

  /** The answer, or why there is none. */
  private async askOnce({ mutation, inputType, input }: Intention): Promise<ActionAnswer | string> {
    const address = this.addresses[this.turn++ % this.addresses.length];
    const query = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { __typename
      ... on CaseActionDone { event { id } } ... on StaleCase { case { version } } ... on ActionRefused { reasons { code } } } }`;
    try {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${this.key}` },
        body: JSON.stringify({ query, variables: { input } }),
        signal: AbortSignal.timeout(10_000),
      });
      const text = await response.text();
      const told: { readonly data?: Readonly<Record<string, ActionAnswer>> | null } = JSON.parse(text);
      return told.data?.[mutation] ?? text;
    } catch (error) {
      // Refused, reset or too late: the server is gone, or its answer is.
      return String(error);
    }
  }
}
