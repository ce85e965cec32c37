import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { EndpointAnswer, EndpointAnswerFragment } from "../../../webhooks/EndpointAnswer.tsx";
import css from "../../../webhooks/webhooks.module.css";

const ChangeWebhookEndpointMutation = graphql(
  `
    mutation ChangeWebhookEndpoint($input: ChangeWebhookEndpointInput!) {
      answer: changeWebhookEndpoint(input: $input) {
        __typename
        ... on WebhookEndpointKept {
          secret
        }
        ...EndpointAnswer_problem
      }
    }
  `,
  [EndpointAnswerFragment],
);
const RotateWebhookSecretMutation = graphql(
  `
    mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
      answer: rotateWebhookSecret(input: $input) {
        __typename
        ... on WebhookEndpointKept {
          secret
        }
        ...EndpointAnswer_problem
      }
    }
  `,
  [EndpointAnswerFragment],
);
const PauseWebhookEndpointMutation = graphql(
  `
    mutation PauseWebhookEndpoint($input: MoveWebhookEndpointInput!) {
      answer: pauseWebhookEndpoint(input: $input) {
        __typename
        ... on WebhookEndpointKept {
          secret
        }
        ...EndpointAnswer_problem
      }
    }
  `,
  [EndpointAnswerFragment],
);
const ResumeWebhookEndpointMutation = graphql(
  `
    mutation ResumeWebhookEndpoint($input: MoveWebhookEndpointInput!) {
      answer: resumeWebhookEndpoint(input: $input) {
        __typename
        ... on WebhookEndpointKept {
          secret
        }
        ...EndpointAnswer_problem
      }
    }
  `,
  [EndpointAnswerFragment],
);

export type EndpointMove = "change" | "rotate" | "pause" | "resume";

/** One change of an endpoint: what it will mean, what it needs to know, and the press. */
export function ChangeEndpoint({
  move,
  endpoint: { id: endpointId, version: expectedVersion, url: before },
  onBack,
  onRotating,
  onKept,
  onStale,
}: {
  readonly move: EndpointMove;
  readonly endpoint: { readonly id: string; readonly version: number; readonly url: string };
  readonly onBack: () => void;
  /** A secret is under way, which is shown here or nowhere; or is not any more. */
  readonly onRotating: (isUnderWay: boolean) => void;
  readonly onKept: (secret: string | null) => void;
  readonly onStale: () => void;
}) {
  const { t } = useTranslation();
  const [url, setUrl] = useState(before);
  const [endsOldNow, setEndsOldNow] = useState(false);
  const [changing, change] = useMutation(ChangeWebhookEndpointMutation);
  const [rotating, rotate] = useMutation(RotateWebhookSecretMutation);
  const [pausing, pause] = useMutation(PauseWebhookEndpointMutation);
  const [resuming, resume] = useMutation(ResumeWebhookEndpointMutation);
  const { data, error, fetching } = { change: changing, rotate: rotating, pause: pausing, resume: resuming }[move];
  const answer = data?.answer;

  async function send(): Promise<void> {
    const input = { endpointId, expectedVersion };
    const press = {
      change: () => change({ input: { ...input, url } }),
      rotate: async () => {
        onRotating(true);
        const rotated = await rotate({ input: { ...input, endsOldNow } });
        onRotating(false);
        return rotated;
      },
      pause: () => pause({ input }),
      resume: () => resume({ input }),
    }[move];
    const told = (await press()).data?.answer;
    if (told?.__typename === "WebhookEndpointKept") onKept(told.secret);
    if (told?.__typename === "StaleWebhookEndpoint") onStale();
  }

  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t(`webhooks.${move}`)}</h3>
      <p>{t(`webhooks.${move}Hint`)}</p>
      {move === "change" && (
        <Field label={t("webhooks.address")}>
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
      )}
      {move === "rotate" && (
        <>
          <label className={css.tick}>
            <input type="checkbox" checked={endsOldNow} onChange={({ target }) => setEndsOldNow(target.checked)} />
            {t("webhooks.leaked")}
          </label>
          {endsOldNow && <p className={css.quiet}>{t("webhooks.leakedHint")}</p>}
        </>
      )}
      {answer !== undefined && answer.__typename !== "WebhookEndpointKept" && <EndpointAnswer problem={answer} />}
      {error !== undefined && (
        <FailureView
          failure={failureOf(error)}
          isWrite
          unsure={move === "rotate" ? t("webhooks.rotateUnsure") : undefined}
          onRetry={() => void send()}
        />
      )}
      <div className={css.foot}>
        <Button disabled={rotating.fetching} onClick={onBack}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" look="primary" busy={fetching}>
          {t(move === "change" ? "webhooks.save" : move === "rotate" ? "webhooks.rotateNow" : `webhooks.${move}`)}
        </Button>
      </div>
    </form>
  );
}
