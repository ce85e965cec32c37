import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useOneKey } from "../../graphql/one-key.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import type { Right, RoleName } from "../../roles/RoleMatrix.tsx";
import { RoleOutlook, RoleOutlookFragment } from "../../roles/RoleOutlook.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import { AskedAnew } from "../../ui/AskedAnew.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import css from "./roles-page.module.css";

const ProposeRolePreview = graphql(
  `
    query ProposeRolePreview($role: Role!, $permissions: [Permission!]!) {
      previewRoleChange(role: $role, permissions: $permissions) {
        reasons
        ...RoleOutlook_preview
      }
    }
  `,
  [RoleOutlookFragment],
);

const ProposeRoleChange = graphql(`
  mutation ProposeRoleChange($input: ProposeRoleChangeInput!) {
    proposeRoleChange(input: $input) {
      __typename
      ... on RoleChangeRefused {
        message
        reasons
      }
      ... on StaleRole {
        message
      }
      ... on RoleKeyReused {
        message
      }
    }
  }
`);

/** What the draft of one role would mean, and the press by which somebody else is asked to agree. */
export function ProposeRole({
  role,
  version,
  permissions,
  onDiscard,
  onProposed,
  onStale,
}: {
  readonly role: RoleName;
  readonly version: number;
  readonly permissions: readonly Right[];
  readonly onDiscard: () => void;
  readonly onProposed: () => void;
  readonly onStale: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const now = permissions.toSorted().join(" ");
  const settled = useSettled(now, 200);
  const key = useOneKey();
  const [{ data, error, stale }, again] = useAnswer({
    query: ProposeRolePreview,
    variables: { role, permissions: permissions.filter((right) => settled.split(" ").includes(right)) },
    requestPolicy: "cache-and-network",
  });
  const [{ data: answered, error: failed, fetching }, propose] = useMutation(ProposeRoleChange);
  const preview = settled === now ? (data?.previewRoleChange ?? null) : null;
  const answer = answered?.proposeRoleChange;

  async function submit(): Promise<void> {
    const idempotencyKey = key.of([permissions, reason]);
    const result = await propose({
      input: { role, permissions: [...permissions], expectedVersion: version, idempotencyKey, reason },
    });
    const kind = result.data?.proposeRoleChange.__typename;
    if (kind === "RoleChangeProposed") onProposed();
    else if (kind === "StaleRole") onStale();
  }

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{t(`role.${role}`)}</h3>
      {error !== undefined && (
        <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {preview !== null && (
        <AskedAnew isPast={stale}>
          <RoleOutlook preview={preview} />
        </AskedAnew>
      )}
      {preview === null && error === undefined && <p>{t("common.loading")}</p>}
      <Field label={t("roles.reason")} hint={t("roles.reasonHint")}>
        {(control) => (
          <textarea
            {...control}
            required
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {failed !== undefined && <FailureView failure={failureOf(failed)} isWrite onRetry={() => void submit()} />}
      {answer !== undefined && "message" in answer && (
        <Notice kind={answer.__typename === "StaleRole" ? "changed" : "no"} title={answer.message}>
          {"reasons" in answer && answer.reasons.map((one) => <p key={one}>{one}</p>)}
        </Notice>
      )}
      <div className={css.acts}>
        <Button onClick={onDiscard}>{t("roles.discard")}</Button>
        {(preview?.reasons.length ?? 1) === 0 && (
          <Button look="primary" type="submit" busy={fetching || stale}>
            {t("roles.propose")}
          </Button>
        )}
      </div>
    </form>
  );
}
