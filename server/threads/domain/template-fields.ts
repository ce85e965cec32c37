/** What a template may ask of the case; written as `{case.number}`. */
export const templateFields = [
  "customer.name",
  "case.number",
  "amount",
  "date",
  "merchant.name",
  "card.last4",
  "voucher",
] as const;
export type TemplateField = (typeof templateFields)[number];

/** What a case has to say to each; null where it has nothing, e.g. no card without a sale. */
export type TemplateValues = Readonly<Record<TemplateField, string | null>>;

/** A stretch of a filled text: the template's own words, or a value of the case. */
export interface FilledPart {
  readonly text: string;
  /** The field whose value it is; null for plain words. */
  readonly field: string | null;
  /** The case has no such value: the braces stand in the text still, and somebody has to write it. */
  readonly isMissing: boolean;
}

const inBraces = /\{([^{}]*)\}/g;

function isField(name: string): name is TemplateField {
  return (templateFields as readonly string[]).includes(name);
}

/** Names in braces that no case could fill. */
export function unknownFields(body: string): readonly string[] {
  return [...new Set([...body.matchAll(inBraces)].map(([, name = ""]) => name))].filter((name) => !isField(name));
}

/** The text with the case's values in it, in stretches, so that what was filled in can be told from what was written. */
export function fillTemplate(body: string, values: TemplateValues): readonly FilledPart[] {
  const parts: FilledPart[] = [];
  let from = 0;
  for (const match of body.matchAll(inBraces)) {
    const [braces, name = ""] = match;
    if (match.index > from) parts.push({ text: body.slice(from, match.index), field: null, isMissing: false });
    const value = isField(name) ? values[name] : null;
    parts.push({ text: value ?? braces, field: name, isMissing: value === null });
    from = match.index + braces.length;
  }
  if (from < body.length) parts.push({ text: body.slice(from), field: null, isMissing: false });
  return parts;
}
