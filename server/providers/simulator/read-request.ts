import type { IncomingMessage } from "node:http";
import { behaviours, type ScriptRule } from "./behaviour.ts";
import type { BookEntry } from "./book.ts";

export type Words = Readonly<Record<string, unknown>>;
export type Instruction = Pick<BookEntry, "key" | "kind" | "original" | "amount" | "currency">;

export async function readJson(request: IncomingMessage): Promise<Words> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const words: unknown = JSON.parse(text);
  if (typeof words !== "object" || words === null) throw new Error("an object is expected");
  return { ...words };
}

function textIn(words: Words, name: string): string {
  const value = words[name];
  if (typeof value !== "string" || value === "") throw new Error(`${name} is missing`);
  return value;
}

export function toInstruction(request: IncomingMessage, body: Words): Instruction {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string") throw new Error("Idempotency-Key is missing");
  const amount = textIn(body, "amount");
  if (!/^[1-9]\d{0,15}$/.test(amount)) throw new Error("amount is not in minor units");
  return {
    key,
    amount,
    kind: textIn(body, "kind"),
    original: textIn(body, "original"),
    currency: textIn(body, "currency"),
  };
}

/** A rule names only what it cares about. */
export type ScriptRuleInput = Pick<ScriptRule, "behave"> & Partial<ScriptRule>;

/** The new rules come after those that are there; `afresh` drops those first. */
export function toScript(body: Words): { rules: ScriptRule[]; settleAfterMs: number | null; afresh: boolean } {
  const { rules, settleAfterMs, afresh } = body;
  const given: readonly ScriptRuleInput[] = Array.isArray(rules) ? rules : [];
  const unknown = given.find(({ behave }) => !behaviours.includes(behave));
  if (unknown !== undefined) throw new Error(`${unknown.behave} is not a behaviour`);
  const plain = {
    on: "SUBMIT",
    key: null,
    original: null,
    amount: null,
    code: "96",
    delayMs: 1_000,
    times: 1,
  } as const;
  return {
    rules: given.map((rule) => ({ ...plain, ...rule })),
    settleAfterMs: typeof settleAfterMs === "number" ? settleAfterMs : null,
    afresh: afresh === true,
  };
}
