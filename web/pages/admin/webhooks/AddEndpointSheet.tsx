import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { useStays } from "../../../ui/use-stays.ts";
import { EndpointAnswer, EndpointAnswerFragment } from "../../../webhooks/EndpointAnswer.tsx";
import { SecretOnce } from "../../../webhooks/SecretOnce.tsx";
import css from "../../../webhooks/webhooks.module.css";
import { type Owner, OwnerField } from "./OwnerField.tsx";

const RegisterWebhookEndpointMutation = graphql(
  `
    mutation RegisterWebhookEndpoint($input: RegisterWebhookEndpointInput!) {
      answer: registerWebhookEndpoint(input: $input) {
        __typename
        ... on WebhookEndpointKept {
          secret
          endpoint {
            id
          }
        }
        ...EndpointAnswer_problem
      }
    }
  `,
  [EndpointAnswerFragment],
);

/** A new endpoint; then its secret, which is shown here alone. */
export function AddEndpointSheet({
  onSent,
  onStored,
  onClose,
}: {
  /** Whatever was answered: it may be in the list although no answer came. */
  readonly onSent: () => void;
  readonly onStored: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState<Owner>({ kind: "MERCHANT", id: "" });
  const [url, setUrl] = useState("https://");
  const [{ data, error, fetching }, register] = useMutation(RegisterWebhookEndpointMutation);
  const answer = data?.answer;
  const made = answer?.__typename === "WebhookEndpointKept" ? answer : null;
  // A secret that is under way is shown here or nowhere.
  useStays(fetching || made !== null);

  async function send(): Promise<void> {
    await register({
      input: {
        url,
        merchantId: owner.kind === "MERCHANT" ? owner.id : null,
        institutionId: owner.kind === "BANK" ? owner.id : null,
        provider: owner.kind === "PROVIDER" ? owner.id : null,
      },
    });
    onSent();
  }

  if (made !== null && made.secret !== null) {
    return (
      <Modal key="secret" label={t("webhooks.registered")} isFirm onClose={onClose}>
        <div className={css.form}>
          <SecretOnce
            title={t("webhooks.registered")}
            secret={made.secret}
            onStored={() => onStored(made.endpoint.id)}
          />
        </div>
      </Modal>
    );
  }
  return (
    <Modal label={t("webhooks.register")} heading isFirm={fetching} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <OwnerField value={owner} onChange={setOwner} />
        <Field label={t("webhooks.address")} hint={t("webhooks.addressHint")}>
          {(control) => (
            <input
              {...control}
              type="url"
              required
              maxLength={500}
              value={url}
              onChange={({ target }) => setUrl(target.value)}
            />
          )}
        </Field>
        {answer !== undefined && answer.__typename !== "WebhookEndpointKept" && <EndpointAnswer problem={answer} />}
        {error !== undefined && (
          <FailureView
            failure={failureOf(error)}
            isWrite
            unsure={t("webhooks.registerUnsure")}
            onRetry={() => void send()}
          />
        )}
        <div className={css.foot}>
          <Button disabled={fetching} onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t("webhooks.register")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
