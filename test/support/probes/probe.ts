import { newId } from "../../../server/kernel/ids.ts";
import type { ApiClient } from "../api-client.ts";
import { type Level, levelOf } from "../authorization-matrix.ts";
import type { SeededCase, Seeds } from "../authorization-seeds.ts";

/** Asks one field as somebody, and says how much of it they got. The document asks a mutation for its answer's type alone. */
export type Probe = (client: ApiClient, seeds: Seeds, document: string) => Promise<Level>;
export type Probes = Readonly<Record<string, Probe>>;

/** Of two things asked for one by one: which of them is seen. */
export function oneByOne(
  document: string,
  variables: (target: SeededCase, seeds: Seeds) => object,
  seen: RegExp,
): Probe {
  return async (client, seeds) => {
    const sees = async (target: SeededCase) =>
      seen.test(JSON.stringify((await client.query(document, variables(target, seeds))).data));
    return levelOf({ own: await sees(seeds.own), other: await sees(seeds.other) });
  };
}

/** A field that answers for one case at a time: null and an empty list are nothing. */
export function perCase(document: string, variables: (target: SeededCase, seeds: Seeds) => object): Probe {
  return oneByOne(document, variables, /^\{"\w+":(?!null|\[\])/);
}

/** A list: which of the two is in it. */
export function listed(document: string, idOf: (target: SeededCase) => string): Probe {
  return async (client, { own, other }) => {
    const text = JSON.stringify((await client.query(document)).data);
    return levelOf({ own: text.includes(`"${idOf(own)}"`), other: text.includes(`"${idOf(other)}"`) });
  };
}

/** Something that is nobody's in particular: there or not, by the name of what it holds. */
export function anything(document: string, variables: (seeds: Seeds) => object = () => ({}), name = "id"): Probe {
  return async (client, seeds) => {
    const { data } = await client.query(document, variables(seeds));
    return JSON.stringify(data).includes(`"${name}":`) ? "yes" : "no";
  };
}

/** Whether a mutation lets somebody in at all, and then to how much. What it is told is wrong, so that it answers and does nothing. */
export function letsIn(level: Level, variables: object = {}): Probe {
  return async (client, _seeds, document) => {
    const { data, errors } = await client.query<object | null>(document, variables);
    if (errors.some(({ extensions }) => /^(FORBIDDEN|UNAUTHENTICATED)$/.test(extensions?.code ?? ""))) return "no";
    if (data === null) throw new Error(`${document} did not answer: ${JSON.stringify(errors)}`);
    return level;
  };
}

/** The same for one that takes an input. */
export function told(level: Level, input: object): Probe {
  return letsIn(level, { input });
}

/** The same for one whose input has a key. */
export function permitted(level: Level, input: object): Probe {
  return (client, seeds, document) => told(level, { ...input, idempotencyKey: newId() })(client, seeds, document);
}
