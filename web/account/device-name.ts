/** Most names hold others' names too (Edge says Chrome and Safari), so the first that fits is the one. */
const browsers = [
  ["Edge", /Edg(A|iOS)?\//],
  ["Firefox", /(Firefox|FxiOS)\//],
  ["Chrome", /(Chrome|CriOS)\//],
  ["Safari", /Safari\//],
] as const;
const systems = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Macintosh/],
  ["Linux", /Linux/],
] as const;

type Known = readonly (readonly [name: string, sign: RegExp])[];
const nameIn = (userAgent: string, known: Known) => known.find(([, sign]) => sign.test(userAgent))?.[0] ?? null;

/** Browser and system by the names that their makers give them; null for what no browser would say. */
export function deviceOf(userAgent: string | null): { readonly browser: string; readonly system: string } | null {
  const browser = nameIn(userAgent ?? "", browsers);
  const system = nameIn(userAgent ?? "", systems);
  return browser === null || system === null ? null : { browser, system };
}
