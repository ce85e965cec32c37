import type { Client, OperationResult } from "urql";
import type { PolicyOutcome } from "../../graphql/words.ts";
import { afterDay } from "../../i18n/times.ts";
import { type Amount, readAmount } from "../../ui/amount.ts";
import type { ActionAnswer, ActionDocument, CommonInput } from "./outcome.ts";

/** What a person typed, by field, as text: it outlives a reload and a stale case. */
export type Values = Readonly<Record<string, string>>;

/** Who reads a text. Asked of every text, so that nobody writes to the wrong side. */
export type Audience = "customer" | "desk" | "merchant" | "bank";

interface CommonField {
  readonly name: string;
  /** Key of its label under `field`. */
  readonly label: FieldLabel;
  readonly optional?: boolean;
  /** A reason for going against the policy: asked for only where the policy says one of these. */
  readonly whenPolicySays?: readonly PolicyOutcome[];
  /** Asked for only while another field has this value. */
  readonly shownFor?: { readonly field: string; readonly value: string };
}

export type FieldLabel =
  | "message"
  | "question"
  | "answer"
  | "reason"
  | "overrideReason"
  | "note"
  | "amount"
  | "agreed"
  | "check"
  | "outcome"
  | "confirms"
  | "assignee"
  | "reasonCode"
  | "step"
  | "reference"
  | "transfer"
  | "paymentProof"
  | "ruling"
  | "agency"
  | "toBank"
  | "respondBy"
  | "payment";

export type ActionField =
  | (CommonField & { readonly kind: "text"; readonly audience: Audience })
  | (CommonField & { readonly kind: "line" | "day" })
  | (CommonField & { readonly kind: "amount" })
  | (CommonField & { readonly kind: "choice"; readonly choices: ChoiceSource });

/** Where a choice's options come from: a list of the schema's own words, or something that is asked for. */
export type ChoiceSource =
  | "checks"
  | "checkOutcomes"
  | "waiverOutcomes"
  | "payments"
  | "paymentProofs"
  | "yesNo"
  | "staff"
  | "reasonCodes"
  | "disputeSteps"
  | "rulings"
  | "agencies"
  | "referralSteps"
  | "agencyOutcomes";

/** The fields that are asked for, given what has been typed so far. */
export function shownFields(
  fields: readonly ActionField[],
  values: Values,
  says: PolicyOutcome | null,
): readonly ActionField[] {
  return fields.filter(
    ({ shownFor, whenPolicySays }) =>
      (shownFor === undefined || values[shownFor.field] === shownFor.value) &&
      (whenPolicySays === undefined || says === null || whenPolicySays.includes(says)),
  );
}

/** One action as a form: its fields, and how what was typed becomes its mutation. */
export interface ActionForm {
  readonly fields: readonly ActionField[];
  readonly send: (
    client: Client,
    common: CommonInput,
    values: Values,
    currency: string,
  ) => Promise<OperationResult<ActionAnswer>>;
}

export function actionForm<Input extends CommonInput>(
  document: ActionDocument<Input>,
  fields: readonly ActionField[],
  toInput: (common: CommonInput, values: FormValues) => Input,
): ActionForm {
  return {
    fields,
    send: (client, common, values, currency) =>
      client.mutation(document, { input: toInput(common, new FormValues(values, currency)) }).toPromise(),
  };
}

/** Reads what was typed. The form has seen to it that what is needed is there. */
export class FormValues {
  readonly #values: Values;
  readonly #currency: string;

  constructor(values: Values, currency: string) {
    this.#values = values;
    this.#currency = currency;
  }

  text(name: string): string {
    return (this.#values[name] ?? "").trim();
  }

  optional(name: string): string | null {
    const text = this.text(name);
    return text === "" ? null : text;
  }

  amount(name: string): Amount {
    const amount = readAmount(this.text(name), this.#currency);
    if (amount === null) throw new Error(`${name} was sent before it was an amount`);
    return amount;
  }

  /** The last instant of a day, by the desk's calendar. */
  endOfDay(name: string): string | null {
    const day = this.optional(name);
    return day === null ? null : new Date(afterDay(day).getTime() - 1).toISOString();
  }

  /** A word of a list; what is not in the list was never offered. */
  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const typed = this.text(name);
    const found = words.find((word) => word === typed);
    if (found === undefined) throw new Error(`${name} was sent before it was chosen`);
    return found;
  }
}
