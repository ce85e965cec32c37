import type { ResultOf, VariablesOf } from "gql.tada";
import { useMemo, useState } from "react";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import { type Amount, readAmount } from "../../ui/amount.ts";
import { useSettled } from "../../ui/use-settled.ts";
import type { ActionField, Values } from "./action-form.ts";
import { agencyOutcomes, bankRulings, referralSteps } from "./choices.ts";
import type { SheetAction } from "./forms.ts";
import { MoneyBeforeAfterFragment } from "./MoneyBeforeAfter.tsx";
import { OutlookAgreementsFragment } from "./OutlookAgreements.tsx";
import { OutlookNoticesFragment } from "./OutlookNotices.tsx";
import { OutlookStepsFragment } from "./OutlookSteps.tsx";
import { RefundFeeFragment } from "./RefundFee.tsx";

const ActionOutlookQuery = graphql(
  `
    query ActionOutlook($id: ID!, $input: ActionOutlookInput!) {
      actionOutlook(caseId: $id, input: $input) {
        goesTo
        limit
        ...OutlookSteps_outlook
        suggestion {
          zh
          en
        }
        money {
          ...MoneyBeforeAfter_money
        }
        fee {
          ...RefundFee_fee
        }
        ...OutlookAgreements_outlook
        ...OutlookNotices_outlook
      }
    }
  `,
  [
    MoneyBeforeAfterFragment,
    RefundFeeFragment,
    OutlookAgreementsFragment,
    OutlookNoticesFragment,
    OutlookStepsFragment,
  ],
);

type Planned = VariablesOf<typeof ActionOutlookQuery>["input"];
export type Outlook = NonNullable<ResultOf<typeof ActionOutlookQuery>["actionOutlook"]>;

/** How long somebody rests while typing an amount before the server is asked what it would do. */
const REST_MS = 300;

interface Asked {
  readonly caseId: string;
  readonly version: number;
  readonly action: SheetAction;
  readonly fields: readonly ActionField[];
  readonly values: Values;
  readonly currency: string;
  /** What the desk would do is told to the desk alone. */
  readonly isDesk: boolean;
}

/** What was told last, and of which choice: it stays in sight until the next answer is there, and is never acted on. */
interface Told {
  readonly outlook: Outlook;
  readonly of: string;
}

/**
 * What the action would do with just what is chosen now, or why nobody knows; asked again when the case has changed. While it
 * is being typed or asked there is none, and `past` is what was told before, with the amount that it is about, and whether
 * that was another choice than the one that stands there now.
 */
export function useOutlook({ caseId, version, action, fields, values, currency, isDesk }: Asked) {
  const planned = plannedOf(action, fields, values, currency);
  const rested = useSettled(planned, REST_MS);
  // A case that moved on is asked about anew, though nothing that was typed has changed.
  const context = useMemo(() => ({ requestPolicy: "network-only" as const, version }), [version]);
  const [{ data, error, fetching, stale }, again] = useAnswer({
    query: ActionOutlookQuery,
    variables: { id: caseId, input: JSON.parse(rested) as Planned },
    pause: !isDesk,
    context,
  });
  const isRested = planned === rested;
  const outlook: Outlook | null = (isRested && !stale ? data?.actionOutlook : null) ?? null;
  const failure = isRested && error !== undefined ? failureOf(error) : null;
  const isAsking = isDesk && (!isRested || fetching || stale);
  const [told, setTold] = useState<Told | null>(null);
  if (outlook !== null && (told?.outlook !== outlook || told.of !== rested)) setTold({ outlook, of: rested });
  const past =
    isAsking && told !== null
      ? { outlook: told.outlook, amount: amountOf(told.of), isOfAnother: told.of !== planned }
      : null;
  return { outlook, past, isAsking, failure, again: () => again({ requestPolicy: "network-only" }) };
}

const amountOf = (planned: string): Amount | null => (JSON.parse(planned) as Planned).amount ?? null;

/** As text, so that it rests while nothing in it changes. */
function plannedOf(action: SheetAction, fields: readonly ActionField[], values: Values, currency: string): string {
  const amountField = fields.find(({ kind }) => kind === "amount");
  const amount: Amount | null = amountField === undefined ? null : readAmount(values[amountField.name] ?? "", currency);
  const planned: Planned = {
    action,
    amount,
    ruling: bankRulings.find((word) => word === values["ruling"]) ?? null,
    agencyOutcome:
      action === "RECORD_AGENCY_OUTCOME" ? (agencyOutcomes.find((word) => word === values["outcome"]) ?? null) : null,
    referralStep:
      action === "ADVANCE_REFERRAL" ? (referralSteps.find((word) => word === values["step"]) ?? null) : null,
    reasonCode: values["reasonCode"] || null,
    agency: action === "REFER_TO_AGENCY" ? (values["agency"] ?? null) || null : null,
    assigneeId: action === "ASSIGN" ? (values["assignee"] ?? null) || null : null,
  };
  return JSON.stringify(planned);
}
