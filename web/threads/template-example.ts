/** What a template may ask of a case, in the order in which it is offered, each with what it might say. The server judges. */
export const templateFields = [
  { name: "customer.name", zh: "王小明", en: "Emma Clarke" },
  { name: "case.number", zh: "RD-26-004812", en: "RD-26-004812" },
  { name: "amount", zh: "CNY 1,299.00", en: "CNY 1,299.00" },
  { name: "date", zh: "2026年11月26日", en: "26 November 2026" },
  { name: "merchant.name", zh: "沪上百货", en: "Hushang Department Store" },
  { name: "card.last4", zh: "4417", en: "4417" },
  { name: "voucher", zh: "000418", en: "000418" },
] as const;

export interface ExamplePart {
  readonly text: string;
  /** "words": the template's own; "filled": a field's value; "unknown": no case could fill it. */
  readonly kind: "words" | "filled" | "unknown";
}

/** The text as it would stand in a message of some case, in stretches. */
export function exampleOf(body: string, language: "zh" | "en"): readonly ExamplePart[] {
  return body
    .split(/(\{[^{}]*\})/)
    .filter((text) => text !== "")
    .map((text): ExamplePart => {
      if (!/^\{[^{}]*\}$/.test(text)) return { text, kind: "words" };
      const field = templateFields.find(({ name }) => text === `{${name}}`);
      return field === undefined ? { text, kind: "unknown" } : { text: field[language], kind: "filled" };
    });
}

/** The text with a field put where the caret stands, and where the caret stands then. */
export function withField(body: string, at: number, name: string): readonly [string, number] {
  const field = `{${name}}`;
  return [`${body.slice(0, at)}${field}${body.slice(at)}`, at + field.length];
}
