import type { PolicyText } from "../policy-text.ts";

/** Of the fields of one section: the whole text is read, and what changes in it is told. */
export interface TextFields {
  readonly text: PolicyText;
  readonly onChange: (change: Partial<PolicyText>) => void;
}
