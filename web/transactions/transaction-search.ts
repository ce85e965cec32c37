/** What the list is narrowed to, as the address says it; empty where nothing is asked. */
export interface TransactionSearchWords {
  readonly text: string;
  readonly from: string;
  readonly until: string;
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

export function readSearch(params: URLSearchParams): TransactionSearchWords {
  const day = (name: string) => (isDay(params.get(name) ?? "") ? (params.get(name) ?? "") : "");
  return { text: params.get("text") ?? "", from: day("from"), until: day("until") };
}

export function writeSearch(search: TransactionSearchWords): URLSearchParams {
  return new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ""));
}

/** Days are the desk's days; "until" counts its day in. */
export function toFilter({ text, from, until }: TransactionSearchWords) {
  const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);
  return {
    ...(text !== "" && { text }),
    ...(from !== "" && { processedFrom: midnight(from).toISOString() }),
    ...(until !== "" && { processedUntil: new Date(midnight(until).getTime() + 86_400_000).toISOString() }),
  };
}
