import type { FragmentOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient, useMutation } from "urql";
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
import { Notice } from "../../../ui/Notice.tsx";
import { useIsHere } from "../../../ui/use-is-here.ts";
import { useTouched } from "../../../ui/use-touched.ts";

const InstitutionAnswer = graphql(
  `
    fragment InstitutionAnswer on KeepInstitutionResult @_unmask {
      __typename
      ... on InstitutionKept {
        institution {
          id
          version
        }
      }
      ...RegistryAnswer_problem
    }
  `,
  [RegistryAnswerFragment],
);

const AddInstitutionMutation = graphql(
  `
    mutation AddInstitution($input: AddInstitutionInput!) {
      answer: addInstitution(input: $input) {
        ...InstitutionAnswer
      }
    }
  `,
  [InstitutionAnswer],
);
const ChangeInstitutionMutation = graphql(
  `
    mutation ChangeInstitution($input: ChangeInstitutionInput!) {
      answer: changeInstitution(input: $input) {
        ...InstitutionAnswer
      }
    }
  `,
  [InstitutionAnswer],
);

/** What it says by now, where somebody else has written over it since. */
const AddedInstitutionQuery = graphql(`
  query AddedInstitution($id: ID!) {
    node(id: $id) {
      id
      ... on Institution {
        version
        code
        name
        nameZh
      }
    }
  }
`);

export interface Institution {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly version: number;
  readonly history: readonly FragmentOf<typeof RegistryHistoryFragment>[];
}

/** One institution, or a new one; its code is how files find it, and stands once it is registered. What is typed meanwhile is over it then. */
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
  const [added, setAdded] = useState<Omit<Institution, "history"> | null>(null);
  const held = institution ?? added;
  const stored = { code: held?.code ?? "", name: held?.name ?? "", nameZh: held?.nameZh ?? "" };
  const { typed, touch, keep } = useTouched(stored, held?.version ?? 0);
  const adding = useMutation(AddInstitutionMutation);
  const changing = useMutation(ChangeInstitutionMutation);
  const [{ data, error, fetching }] = held === null ? adding : changing;
  const client = useClient();
  const isHere = useIsHere();

  async function send(): Promise<void> {
    const { code, ...names } = typed;
    const told =
      held === null
        ? await adding[1]({ input: typed })
        : await changing[1]({ input: { institutionId: held.id, expectedVersion: held.version, ...names } });
    const answer = told.data?.answer;
    if (answer === undefined || answer.__typename === "RegistryRefused") return;
    if (answer.__typename === "StaleRegistryEntry" && added !== null) return lookAgain(added.id);
    const isKept = answer.__typename === "InstitutionKept";
    onKept(institution === null && isKept ? names.name : null);
    if (!isKept) return;
    // What was typed since is over what was stored now, and is for its writer to save.
    const isAll = keep(typed);
    if (!isAll && institution === null) setAdded({ ...answer.institution, ...typed, code: held?.code ?? code });
    if (isAll && isHere.current) onClose();
  }

  async function lookAgain(id: string): Promise<void> {
    const { data: now } = await client
      .query(AddedInstitutionQuery, { id }, { requestPolicy: "network-only" })
      .toPromise();
    if (now?.node != null && "code" in now.node) setAdded(now.node);
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
        {added !== null && <Notice kind="done" title={t("registry.addedSince", { number: added.code })} />}
        {institution === null && (
          <Field label={t("registry.code")} hint={t("registry.codeHint")}>
            {(control) => (
              <input
                {...control}
                required
                maxLength={32}
                data-first-focus
                // It stands as it was pressed.
                readOnly={fetching || added !== null}
                value={added?.code ?? typed.code}
                onChange={({ target }) => touch({ code: target.value })}
              />
            )}
          </Field>
        )}
        <NameFields value={typed} onChange={({ name, nameZh }) => touch({ name, nameZh })} />
        {answer !== undefined && answer.__typename !== "InstitutionKept" && <RegistryAnswer problem={answer} />}
        {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
        <div className={css.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t(held === null ? "registry.addInstitution" : "registry.save")}
          </Button>
        </div>
        {institution !== null && <RegistryHistory events={institution.history} />}
      </form>
    </Modal>
  );
}
