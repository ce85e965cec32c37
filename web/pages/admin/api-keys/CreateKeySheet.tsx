import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation, useQuery } from "urql";
import css from "../../../api-keys/api-keys.module.css";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { useOneKey } from "../../../graphql/one-key.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { useStays } from "../../../ui/use-stays.ts";
import { type Scope, ScopeFields, ScopeFieldsFragment } from "./ScopeFields.tsx";

const CreateKeySheetQuery = graphql(
  `
    query CreateKeySheet {
      apiKeyScopes {
        ...ScopeFields_scope
      }
    }
  `,
  [ScopeFieldsFragment],
);

const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      __typename
      ... on ApiKeyMade {
        secret
      }
      ... on ApiKeyMadeBefore {
        message
      }
      ... on ApiKeyRefused {
        message
        reasons
      }
    }
  }
`);

const lives = [30, 90, 180, 365] as const;

/** A new key: what it is called, what it may do, how long. Its secret is handed on and not kept here. */
export function CreateKeySheet({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set());
  const [days, setDays] = useState(90);
  const key = useOneKey();
  const [{ data, error }, again] = useQuery({ query: CreateKeySheetQuery });
  const [{ data: told, error: failed, fetching }, create] = useMutation(CreateApiKey);
  const answer = told?.createApiKey;
  // Its secret is handed on by this sheet or lost.
  useStays(fetching);

  async function send(): Promise<void> {
    const input = { name, scopes: [...scopes], days };
    const { data: made } = await create({ input: { ...input, idempotencyKey: key.of(input) } });
    if (made?.createApiKey.__typename === "ApiKeyMade") onMade(made.createApiKey.secret);
  }

  return (
    <Modal label={t("apiKeys.create")} heading isFirm={fetching} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={t("apiKeys.name")} hint={t("apiKeys.nameHint")}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={60}
              data-first-focus
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label={t("apiKeys.life")}>
          {(control) => (
            <select {...control} value={days} onChange={({ target }) => setDays(Number(target.value))}>
              {lives.map((count) => (
                <option key={count} value={count}>
                  {t("apiKeys.days", { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
        {data === undefined && error === undefined && <Skeleton rows={6} label={t("common.loading")} />}
        {error !== undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data !== undefined && <ScopeFields scopes={data.apiKeyScopes} value={scopes} onChange={setScopes} />}
        {answer !== undefined && "message" in answer && (
          <Notice kind={answer.__typename === "ApiKeyRefused" ? "no" : "changed"} title={answer.message}>
            {"reasons" in answer && answer.reasons.map((one) => <p key={one}>{one}</p>)}
          </Notice>
        )}
        {failed !== undefined && <FailureView failure={failureOf(failed)} isWrite onRetry={() => void send()} />}
        <div className={css.foot}>
          <Button disabled={fetching} onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t("apiKeys.create")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
