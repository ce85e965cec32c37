import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { useOneKey } from "../../../graphql/one-key.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EndpointAnswer, EndpointAnswerFragment } from "../../../webhooks/EndpointAnswer.tsx";

const TestWebhookEndpointMutation = graphql(
  `
    mutation TestWebhookEndpoint($input: TestWebhookEndpointInput!) {
      answer: testWebhookEndpoint(input: $input) {
        __typename
        ...EndpointAnswer_problem
      }
    }
  `,
  [EndpointAnswerFragment],
);

const looksMs = 1500;
const mostLooks = 16;

/** Sends a test, and looks for its answer until it has come; a receiver has twenty seconds. */
export function TestEndpoint({
  endpointId,
  isWaiting,
  onLook,
}: {
  readonly endpointId: string;
  /** The latest delivery has had no answer yet. */
  readonly isWaiting: boolean;
  readonly onLook: () => void;
}) {
  const { t } = useTranslation();
  const [looks, setLooks] = useState<number | null>(null);
  const key = useOneKey();
  const [{ data, error, fetching }, test] = useMutation(TestWebhookEndpointMutation);
  // Until the first look nothing is known of what was just sent.
  const isLooking = looks !== null && (looks === 0 || isWaiting) && looks < mostLooks;
  useEffect(
    function look() {
      if (!isLooking) return;
      const timer = setInterval(() => {
        onLook();
        setLooks((before) => (before ?? 0) + 1);
      }, looksMs);
      return () => clearInterval(timer);
    },
    [isLooking, onLook],
  );

  async function send(): Promise<void> {
    const told = await test({ input: { endpointId, idempotencyKey: key.of(endpointId) } });
    if (told.data?.answer.__typename !== "WebhookEndpointKept") return;
    key.forget();
    setLooks(0);
    onLook();
  }

  const answer = data?.answer;
  return (
    <>
      <Button busy={fetching || isLooking} onClick={() => void send()}>
        {t("webhooks.test")}
      </Button>
      <p role="status">
        {isLooking && t("webhooks.testSent")}
        {looks === mostLooks && isWaiting && t("webhooks.testLate")}
      </p>
      {answer !== undefined && answer.__typename !== "WebhookEndpointKept" && <EndpointAnswer problem={answer} />}
      {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
    </>
  );
}
