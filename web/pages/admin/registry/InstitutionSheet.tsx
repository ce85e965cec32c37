import type { FragmentOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { NameFields } from "../../../registry/NameFields.tsx";
import { RegistryAnswer, RegistryAnswerFragment } from "../../../registry/RegistryAnswer.tsx";
import { RegistryHistory, type RegistryHistoryFragment } from "../../../registry/RegistryHistory.tsx";
import css from "../../../registry/registry.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { useTouched } from "../../../ui/use-touched.ts";

const AddInstitutionMutation = graphql(
  `
    mutation AddInstitution($input: AddInstitutionInput!) {
      answer: addInstitution(input: $input) {
        __typename
        ...RegistryAnswer_problem
      }
    }
  `,
  [RegistryAnswerFragment],
);
const ChangeInstitutionMutation = graphql(
  `
    mutation ChangeInstitution($input: ChangeInstitutionInput!) {
      answer: changeInstitution(input: $input) {
        __typename
        ...RegistryAnswer_problem
      }
    }
  `,
  [RegistryAnswerFragment],
);

export interface Institution {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly version: number;
  readonly history: readonly FragmentOf<typeof RegistryHistoryFragment>[];
}

/** One institution, or a new one; its code is how files find it, and stands once it is registered. */
export function InstitutionSheet({
  institution,
  onClose,
  onKept,
}: {
  /** Null: a new one. */
  readonly institution: Institution | null;
  readonly onClose: () => void;
  /** With the name of one that is registered by this. */
  readonly onKept: (added: string | null) => void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const stored = { name: institution?.name ?? "", nameZh: institution?.nameZh ?? "" };
  const { typed: names, touch, keep } = useTouched(stored, institution?.version ?? 0);
  const adding = useMutation(AddInstitutionMutation);
  const changing = useMutation(ChangeInstitutionMutation);
  const [{ data, error, fetching }] = institution === null ? adding : changing;

  async function send(): Promise<void> {
    const told =
      institution === null
        ? await adding[1]({ input: { code, ...names } })
        : await changing[1]({
            input: { institutionId: institution.id, expectedVersion: institution.version, ...names },
          });
    const kept = told.data?.answer.__typename;
    if (kept === undefined || kept === "RegistryRefused") return;
    onKept(institution === null && kept === "InstitutionKept" ? names.name : null);
    // What was typed since is over what was stored now, and is for its writer to save.
    if (kept === "InstitutionKept" && (keep(names) || institution === null)) onClose();
  }

  const title = institution?.code ?? t("registry.addInstitution");
  const answer = data?.answer;
  return (
    <Modal label={title} heading onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {institution === null && (
          <Field label={t("registry.code")} hint={t("registry.codeHint")}>
            {(control) => (
              <input
                {...control}
                required
                maxLength={32}
                data-first-focus
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
            )}
          </Field>
        )}
        <NameFields value={names} onChange={touch} />
        {answer !== undefined && answer.__typename !== "InstitutionKept" && <RegistryAnswer problem={answer} />}
        {error !== undefined && <FailureView failure={failureOf(error)} onRetry={() => void send()} />}
        <div className={css.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={fetching}>
            {institution === null ? t("registry.addInstitution") : t("registry.save")}
          </Button>
        </div>
        {institution !== null && <RegistryHistory events={institution.history} />}
      </form>
    </Modal>
  );
}
