import type { ActionField, Values } from "./action-form.ts";

/** The field whose words the customer reads, where the action has one. */
export function customerField(fields: readonly ActionField[]): ActionField | undefined {
  return fields.find((field) => field.kind === "text" && field.audience === "customer");
}

export interface Suggestion {
  readonly zh: string;
  readonly en: string;
}

/** What would be sent: what somebody wrote, and until they write the suggestion in the customer's language. */
export function withSuggestion(
  values: Values,
  field: ActionField | undefined,
  suggestion: Suggestion | null,
  reads: keyof Suggestion,
): Values {
  if (field === undefined || suggestion === null || values[field.name] !== undefined) return values;
  return { ...values, [field.name]: suggestion[reads] };
}
