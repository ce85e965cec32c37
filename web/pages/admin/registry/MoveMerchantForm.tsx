import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { MerchantLineFragment } from "../../../registry/MerchantLine.tsx";
import type { MerchantMove } from "../../../registry/merchant-states.ts";
import { RegistryAnswer, RegistryAnswerFragment } from "../../../registry/RegistryAnswer.tsx";
import css from "../../../registry/registry.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";

const KeptFragment = graphql(
  `
    fragment MoveMerchantForm_result on KeepMerchantResult {
      __typename
      ... on MerchantKept {
        merchant {
          id
          version
          ...MerchantLine_merchant
        }
      }
      ...RegistryAnswer_problem
    }
  `,
  [MerchantLineFragment, RegistryAnswerFragment],
);
const SuspendMerchantMutation = graphql(
  `
    mutation SuspendMerchant($input: MoveMerchantInput!) {
      answer: suspendMerchant(input: $input) {
        __typename
        ...RegistryAnswer_problem
        ...MoveMerchantForm_result
      }
    }
  `,
  [KeptFragment, RegistryAnswerFragment],
);
const CloseMerchantMutation = graphql(
  `
    mutation CloseMerchant($input: MoveMerchantInput!) {
      answer: closeMerchant(input: $input) {
        __typename
        ...RegistryAnswer_problem
        ...MoveMerchantForm_result
      }
    }
  `,
  [KeptFragment, RegistryAnswerFragment],
);
const ReopenMerchantMutation = graphql(
  `
    mutation ReopenMerchant($input: MoveMerchantInput!) {
      answer: reopenMerchant(input: $input) {
        __typename
        ...RegistryAnswer_problem
        ...MoveMerchantForm_result
      }
    }
  `,
  [KeptFragment, RegistryAnswerFragment],
);

/** What a move does, why it is done, and the press that does it. */
export function MoveMerchantForm({
  move,
  merchant,
  onBack,
  onKept,
  onStale,
}: {
  readonly move: MerchantMove;
  readonly merchant: { readonly id: string; readonly version: number };
  readonly onBack: () => void;
  readonly onKept: () => void;
  readonly onStale: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [{ data, error, fetching }, send] = {
    suspendMerchant: useMutation(SuspendMerchantMutation),
    closeMerchant: useMutation(CloseMerchantMutation),
    reopenMerchant: useMutation(ReopenMerchantMutation),
  }[move];

  async function submit(): Promise<void> {
    const { data: told } = await send({
      input: { merchantId: merchant.id, expectedVersion: merchant.version, reason },
    });
    if (told?.answer.__typename === "MerchantKept") onKept();
    if (told?.answer.__typename === "StaleRegistryEntry") onStale();
  }

  const answer = data?.answer;
  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{t(`registry.move.${move}`)}</h3>
      <p className={css.small}>{t(`registry.moveHint.${move}`)}</p>
      <Field label={t("registry.reason")}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {answer !== undefined && answer.__typename !== "MerchantKept" && <RegistryAnswer problem={answer} />}
      {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void submit()} />}
      <div className={css.foot}>
        <Button onClick={onBack}>{t("common.cancel")}</Button>
        <Button type="submit" look="primary" busy={fetching}>
          {t(`registry.move.${move}`)}
        </Button>
      </div>
    </form>
  );
}
