/** Everything that the simulated acquirer can do with one request. */
export const behaviours = [
  /** Takes the instruction, and settles it a little later. */
  "ACCEPT",
  /** Takes it and says at once that it is settled. */
  "SETTLE",
  /** Refuses with a code. */
  "DECLINE",
  /** Takes it, and refuses it when it should settle. */
  "DECLINE_LATE",
  /** Does nothing and never answers. */
  "TIMEOUT_BEFORE",
  /** Takes it and never answers. */
  "TIMEOUT_AFTER",
  /** Never answers, and takes it only when the caller has long given up. */
  "ACT_LATE",
  /** Cuts the connection having done nothing. */
  "RESET_BEFORE",
  /** Takes it and cuts the connection. */
  "RESET_AFTER",
  /** Takes it and answers with what is not its own words. */
  "GARBAGE_AFTER",
  /** Takes it and puts the same answer on the wire twice. */
  "ANSWER_TWICE",
  /** Takes it and answers after a while. */
  "SLOW",
  /** Is closed: takes nothing, and says so. */
  "MAINTENANCE",
] as const;
export type Behaviour = (typeof behaviours)[number];

export type Operation = "SUBMIT" | "QUERY";

/** What is done with the requests that fit; the first rule with turns left counts. */
export interface ScriptRule {
  readonly on: Operation;
  readonly behave: Behaviour;
  /** Only for this key, this original transaction, this amount; null: any. */
  readonly key: string | null;
  readonly original: string | null;
  readonly amount: string | null;
  /** The code of a DECLINE. */
  readonly code: string;
  /** How long SLOW and ACT_LATE take. */
  readonly delayMs: number;
  /** How often the rule is followed; null: always. */
  times: number | null;
}

export interface Request {
  readonly on: Operation;
  readonly key: string;
  readonly original: string | null;
  readonly amount: string | null;
}

export type Turn = Pick<ScriptRule, "behave" | "code" | "delayMs">;

const plain: Turn = { behave: "ACCEPT", code: "96", delayMs: 0 };

/**
 * Without a script an amount says by its last four digits how it is treated, so that each fault can be shown on the
 * demo desk: CNY 66.01, 166.01, 1,266.01 and so on are declined for good.
 */
// biome-ignore format: a table is read by its columns
const byAmount: Readonly<Record<string, Turn>> = {
  "6601": { behave: "DECLINE",        code: "54", delayMs: 0 },
  "6602": { behave: "DECLINE",        code: "51", delayMs: 0 },
  "6603": { behave: "TIMEOUT_BEFORE", code: "",   delayMs: 0 },
  "6604": { behave: "TIMEOUT_AFTER",  code: "",   delayMs: 0 },
  "6605": { behave: "ANSWER_TWICE",   code: "",   delayMs: 0 },
  "6606": { behave: "SLOW",           code: "",   delayMs: 4_000 },
  "6607": { behave: "MAINTENANCE",    code: "",   delayMs: 0 },
  "6608": { behave: "DECLINE_LATE",   code: "62", delayMs: 0 },
};

/** Takes a turn of the script, or goes by the amount; a fault told by the amount is done once for each key. */
export function turnFor(script: ScriptRule[], request: Request, seenBefore: boolean): Turn {
  const rule = script.find((candidate) => fits(candidate, request));
  if (rule !== undefined) {
    if (rule.times !== null) rule.times--;
    return rule;
  }
  const told = request.on === "SUBMIT" && !seenBefore ? byAmount[(request.amount ?? "").slice(-4)] : undefined;
  return told ?? plain;
}

function fits(rule: ScriptRule, { on, key, original, amount }: Request): boolean {
  const left = rule.times === null || rule.times > 0;
  const same = (wanted: string | null, given: string | null) => wanted === null || wanted === given;
  return left && rule.on === on && same(rule.key, key) && same(rule.original, original) && same(rule.amount, amount);
}
