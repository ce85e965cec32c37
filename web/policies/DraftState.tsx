import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import css from "./policy-document.module.css";
import { useJoin } from "./use-join.ts";

export const DraftStateFragment = graphql(`
  fragment DraftState_draft on PolicyDraft {
    id
    state
    versionName
    approvalsNeeded
    approvedBy { id name }
    authors { id name }
    findings { kind row behind conditions suggested {
      reasons networks channels merchantAnswers currencies
      amountAbove { minor currency } amountAtMost { minor currency } daysMoreThan daysAtMost
      transactionFound amountRefundable withinWindow proofPresent identityConfirmed goodsAccepted
    } example { amount { minor currency } facts } }
    faults { code row }
    tests { id expected got passed rowNumber }
    availableActions { action allowed reasons { code message } }
    changes { part kind rowBefore rowAfter words before after binds }
    events { action actor { id name } note at }
  }
`);

/** Who wrote it and who has agreed, in one line. */
export function DraftState({ draft: of }: { readonly draft: FragmentOf<typeof DraftStateFragment> }) {
  const { t } = useTranslation();
  const join = useJoin();
  const draft = readFragment(DraftStateFragment, of);
  const names = join(draft.authors.map(({ name }) => name));
  return (
    <p className={css.meta}>
      {t("policies.writtenBy", { names })} ·{" "}
      {t("policies.approvedCount", { given: draft.approvedBy.length, needed: draft.approvalsNeeded })}
    </p>
  );
}
