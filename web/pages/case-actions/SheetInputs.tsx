import { ActionFields } from "./ActionFields.tsx";
import type { SheetCase } from "./action-sheet-case.ts";
import type { MissingFields } from "./missing-fields.ts";
import { SuggestedWords } from "./SuggestedWords.tsx";
import type { Sheet } from "./use-sheet.ts";

/** What is typed and chosen for an action. Below what the customer reads stands what was suggested, in both languages. */
export function SheetInputs({
  found,
  sheet,
  isParty,
  missing,
}: {
  readonly found: SheetCase;
  readonly sheet: Sheet;
  readonly isParty: boolean;
  readonly missing: MissingFields;
}) {
  const { fields, values, typing, told, isPast } = sheet;
  const suggested = told !== null && found.customer !== null && (
    <SuggestedWords
      {...{ suggestion: told.suggestion, reads: told.reads, isPast }}
      value={values[told.field] ?? ""}
      onTakeBack={() => typing.clearValue(told.field)}
    />
  );
  return (
    <ActionFields
      {...{ fields, values, isParty, missing, suggestion: found.amount }}
      offered={{
        payments: [found.merchant.id],
        paymentProofs: [found.number],
        reasonCodes: found.transaction === null ? [] : [found.transaction.network],
        disputeSteps: found.dispute?.openSteps.map(({ step }) => step) ?? [],
        rulings: found.dispute?.openRulings ?? [],
        referralSteps: found.referral?.openSteps ?? [],
        agencyOutcomes: found.referral?.openOutcomes ?? [],
      }}
      onChange={typing.setValue}
      waiting={told?.isWaiting === true ? told.field : undefined}
      below={told === null || suggested === false ? {} : { [told.field]: suggested }}
    />
  );
}
