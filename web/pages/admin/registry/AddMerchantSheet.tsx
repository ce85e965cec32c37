import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient, useMutation } from "urql";
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
import { Notice } from "../../../ui/Notice.tsx";
import { useIsHere } from "../../../ui/use-is-here.ts";
import { useTouched } from "../../../ui/use-touched.ts";
import { ChangeMerchantMutation } from "./ChangeMerchantForm.tsx";

const AddMerchantMutation = graphql(
  `
    mutation AddMerchant($input: AddMerchantInput!) {
      answer: addMerchant(input: $input) {
        __typename
        ... on MerchantKept {
          merchant {
            id
            version
          }
        }
        ...RegistryAnswer_problem
      }
    }
  `,
  [RegistryAnswerFragment],
);

/** What it says by now, where somebody else has written over it since. */
const AddedMerchantQuery = graphql(`
  query AddedMerchant($id: ID!) {
    node(id: $id) {
      id
      ... on Merchant {
        version
        number
        name
        nameZh
        categoryCode
      }
    }
  }
`);

const empty = { number: "", name: "", nameZh: "", categoryCode: "" };

interface Added {
  readonly id: string;
  readonly version: number;
  readonly texts: typeof empty;
}

/** A merchant that no settlement file has named yet. What is typed while it is registered is saved over it by another press. */
export function AddMerchantSheet({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void;
  readonly onAdded: (name: string) => void;
}) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<Added | null>(null);
  const { typed, touch, keep } = useTouched(added?.texts ?? empty, added?.version ?? 0);
  const adding = useMutation(AddMerchantMutation);
  const changing = useMutation(ChangeMerchantMutation);
  const [{ data, error, fetching }] = added === null ? adding : changing;
  const client = useClient();
  const isHere = useIsHere();

  async function send(): Promise<void> {
    const { number, ...rest } = typed;
    const told =
      added === null
        ? await adding[1]({ input: typed })
        : await changing[1]({ input: { merchantId: added.id, expectedVersion: added.version, ...rest } });
    const kept = told.data?.answer;
    if (kept?.__typename === "StaleRegistryEntry" && added !== null) return lookAgain(added.id);
    if (kept?.__typename !== "MerchantKept") return;
    onAdded(rest.name);
    if (!keep(typed)) setAdded({ ...kept.merchant, texts: { ...typed, number: added?.texts.number ?? number } });
    else if (isHere.current) onClose();
  }

  async function lookAgain(id: string): Promise<void> {
    const { data: now } = await client.query(AddedMerchantQuery, { id }, { requestPolicy: "network-only" }).toPromise();
    if (now?.node == null || !("number" in now.node)) return;
    const { version, number, name, nameZh, categoryCode } = now.node;
    setAdded({ id, version, texts: { number, name, nameZh: nameZh ?? "", categoryCode: categoryCode ?? "" } });
  }

  const answer = data?.answer;
  return (
    <Modal label={t("registry.addMerchant")} heading onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {added !== null && <Notice kind="done" title={t("registry.addedSince", { number: added.texts.number })} />}
        <Field label={t("registry.number")} hint={t("registry.numberHint")}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={32}
              data-first-focus
              // It stands as it was pressed.
              readOnly={fetching || added !== null}
              value={added?.texts.number ?? typed.number}
              onChange={({ target }) => touch({ number: target.value })}
            />
          )}
        </Field>
        <NameFields value={typed} onChange={({ name, nameZh }) => touch({ name, nameZh })} />
        <CategoryField value={typed.categoryCode} onChange={(categoryCode) => touch({ categoryCode })} />
        {answer !== undefined && answer.__typename !== "MerchantKept" && <RegistryAnswer problem={answer} />}
        {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
        <div className={css.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t(added === null ? "registry.addMerchant" : "registry.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
