import type { BilingualText } from "../../policies/domain/policy-content.ts";
import { templateFields, unknownFields } from "./template-fields.ts";

/** A template as somebody writes it; texts are cleaned already. */
export interface TemplateDraft {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

/** Every reason against a template, in words; empty where it may be saved. */
export function reasonsAgainstTemplate({ bodyZh, bodyEn }: TemplateDraft): readonly BilingualText[] {
  const unknown = unknownFields(`${bodyZh}\n${bodyEn}`);
  if (unknown.length === 0) return [];
  const named = unknown.map((name) => `{${name}}`);
  const known = templateFields.map((name) => `{${name}}`);
  return [
    {
      zh: `案件没有这些字段：${named.join("、")}。可用的字段有：${known.join("、")}。`,
      en: `No case has these fields: ${named.join(", ")}. There are: ${known.join(", ")}.`,
    },
  ];
}
