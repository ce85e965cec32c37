import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { CategoryField } from "../../../registry/CategoryField.tsx";
import { NameFields } from "../../../registry/NameFields.tsx";
import { RegistryAnswer, RegistryAnswerFragment } from "../../../registry/RegistryAnswer.tsx";
import css from "../../../registry/registry.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";

const AddMerchantMutation = graphql(
  `
    mutation AddMerchant($input: AddMerchantInput!) {
      addMerchant(input: $input) {
        __typename
        ... on MerchantKept {
          merchant {
            id
          }
        }
        ...RegistryAnswer_problem
      }
    }
  `,
  [RegistryAnswerFragment],
);

/** A merchant that no settlement file has named yet. */
export function AddMerchantSheet({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void;
  readonly onAdded: (name: string) => void;
}) {
  const { t } = useTranslation();
  const [number, setNumber] = useState("");
  const [names, setNames] = useState({ name: "", nameZh: "" });
  const [categoryCode, setCategory] = useState("");
  const [{ data, error, fetching }, add] = useMutation(AddMerchantMutation);

  async function send(): Promise<void> {
    const { data: told } = await add({ input: { number, ...names, categoryCode } });
    if (told?.addMerchant.__typename === "MerchantKept") onAdded(names.name);
  }

  const answer = data?.addMerchant;
  return (
    <Modal label={t("registry.addMerchant")} heading onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={t("registry.number")} hint={t("registry.numberHint")}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={32}
              data-first-focus
              value={number}
              onChange={({ target }) => setNumber(target.value)}
            />
          )}
        </Field>
        <NameFields value={names} onChange={setNames} />
        <CategoryField value={categoryCode} onChange={setCategory} />
        {answer !== undefined && answer.__typename !== "MerchantKept" && <RegistryAnswer problem={answer} />}
        {error !== undefined && <FailureView failure={failureOf(error)} onRetry={() => void send()} />}
        <div className={css.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t("registry.addMerchant")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
