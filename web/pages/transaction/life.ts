import type { ResultOf } from "gql.tada";
import { graphql } from "../../graphql/graphql.ts";

export const TransactionLifeFragment = graphql(`
  fragment TransactionLife_transaction on Transaction {
    processedAt
    settledAt
    captured {
      minor
      currency
    }
    cases {
      id
      number
      reason
      openedAt
      closedAt
      outcome
      amount {
        minor
        currency
      }
      refunds {
        id
        state
        createdAt
        settledAt
        returnedAt
        amount {
          minor
          currency
        }
      }
      referral {
        id
        lodgedAt
        endedAt
        outcome
        agency {
          code
          name
        }
      }
      dispute {
        id
        state
        openedAt
        closedAt
        amount {
          minor
          currency
        }
        chargedBack {
          minor
          currency
        }
      }
    }
  }
`);

type Life = ResultOf<typeof TransactionLifeFragment>;
type Case = Life["cases"][number];
type Refund = Case["refunds"][number];
type Dispute = NonNullable<Case["dispute"]>;
type Referral = NonNullable<Case["referral"]>;

/** One thing that happened to a payment; which fields it has follows from its kind. */
export type LifeMoment = { readonly key: string; readonly at: string } & (
  | { readonly kind: "charged"; readonly amount: Life["captured"] }
  | { readonly kind: "settled" }
  | { readonly kind: "caseOpened" | "caseClosed"; readonly of: Case }
  | { readonly kind: "refundBegun" | "refundSettled" | "refundReturned"; readonly of: Case; readonly refund: Refund }
  | { readonly kind: "disputeOpened" | "disputeClosed"; readonly of: Case; readonly dispute: Dispute }
  | { readonly kind: "referralLodged" | "referralEnded"; readonly of: Case; readonly referral: Referral }
);

/** The whole life of a payment, the oldest first. */
export function lifeOf({ processedAt, settledAt, captured, cases }: Life): readonly LifeMoment[] {
  const moments: LifeMoment[] = [
    { key: "charged", kind: "charged", at: processedAt, amount: captured },
    ...(settledAt === null ? [] : [{ key: "settled", kind: "settled", at: settledAt } as const]),
    ...cases.flatMap(lifeOfCase),
  ];
  // A file may name only the day of settlement, which then lies before the charge.
  return moments.sort((left, right) => left.at.localeCompare(right.at));
}

function lifeOfCase(of: Case): readonly LifeMoment[] {
  const { id, openedAt, closedAt, refunds, dispute, referral } = of;
  return [
    { key: `${id}.open`, kind: "caseOpened", at: openedAt, of },
    ...(closedAt === null ? [] : [{ key: `${id}.close`, kind: "caseClosed", at: closedAt, of } as const]),
    ...refunds.flatMap((refund): readonly LifeMoment[] => [
      { key: `${refund.id}.begun`, kind: "refundBegun", at: refund.createdAt, of, refund },
      ...(refund.settledAt === null
        ? []
        : [{ key: `${refund.id}.settled`, kind: "refundSettled", at: refund.settledAt, of, refund } as const]),
      ...(refund.returnedAt === null
        ? []
        : [{ key: `${refund.id}.returned`, kind: "refundReturned", at: refund.returnedAt, of, refund } as const]),
    ]),
    ...(dispute === null ? [] : lifeOfDispute(of, dispute)),
    ...(referral === null ? [] : lifeOfReferral(of, referral)),
  ];
}

function lifeOfDispute(of: Case, dispute: Dispute): readonly LifeMoment[] {
  const { id, openedAt, closedAt } = dispute;
  return [
    { key: `${id}.open`, kind: "disputeOpened", at: openedAt, of, dispute },
    ...(closedAt === null ? [] : [{ key: `${id}.close`, kind: "disputeClosed", at: closedAt, of, dispute } as const]),
  ];
}

function lifeOfReferral(of: Case, referral: Referral): readonly LifeMoment[] {
  const { id, lodgedAt, endedAt } = referral;
  return [
    { key: `${id}.lodged`, kind: "referralLodged", at: lodgedAt, of, referral },
    ...(endedAt === null ? [] : [{ key: `${id}.ended`, kind: "referralEnded", at: endedAt, of, referral } as const]),
  ];
}
