// How a setting is understood: the text as a value, or nothing where it is none.
import { isOneOf } from "./one-of.ts";

export function toProduction(text: string): boolean | undefined {
  return text === "production" ? true : text === "development" || text === "test" ? false : undefined;
}

export function toBoolean(text: string): boolean | undefined {
  if (["1", "true", "yes", "on"].includes(text.toLowerCase())) return true;
  if (["0", "false", "no", "off"].includes(text.toLowerCase())) return false;
  return undefined;
}

export function toWhole(least: number, most: number): (text: string) => number | undefined {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined);
}

export function toOneOf<T extends string>(words: readonly T[]): (text: string) => T | undefined {
  return (text) => (isOneOf(words, text) ? text : undefined);
}

/** Without the slash at its end, so that a path can be put behind it. */
export function toUrl(...protocols: readonly string[]): (text: string) => string | undefined {
  return (text) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text.replace(/\/$/, "") : undefined;
}

export function asGiven(text: string): string {
  return text;
}

export function toHost(text: string): string | undefined {
  return /^[\w.:-]+$/.test(text) ? text : undefined;
}

export function toSecret(text: string): string | undefined {
  return text.length >= 32 ? text : undefined;
}

/** An address, or the word for the one that only plays the part. */
export function toAcquirer(text: string): string | undefined {
  return text === "simulated" ? text : toUrl("http:", "https:")(text);
}
