import type { Behaviour, Operation } from "../../server/providers/simulator/behaviour.ts";
import type { BookEntry, EntryStatus } from "../../server/providers/simulator/book.ts";

export interface Rule {
  readonly on?: Operation;
  readonly behave: Behaviour;
  readonly original?: string;
  readonly code?: string;
  readonly delayMs?: number;
  /** Once when left out, always when null. */
  readonly times?: number | null;
}

export type Effect = BookEntry & { readonly status: EntryStatus; readonly sent: number };

/** Tells the simulated acquirer how to treat the next requests. */
export async function script(url: string, rules: readonly Rule[]): Promise<void> {
  const response = await fetch(`${url}/script`, { method: "POST", body: JSON.stringify({ rules }) });
  if (!response.ok) throw new Error(await response.text());
}

/** What the acquirer has written down over one sale. */
export async function effectsOver(url: string, reference: string): Promise<readonly Effect[]> {
  const told: { readonly effects: readonly Effect[] } = JSON.parse(await (await fetch(`${url}/effects`)).text());
  return told.effects.filter(({ original }) => original === reference);
}

/** What it moved, or will move, over one sale: refusals left out. */
export async function movedOver(url: string, reference: string): Promise<readonly Effect[]> {
  return (await effectsOver(url, reference)).filter(({ code }) => code === null);
}
