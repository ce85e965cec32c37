import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { exactText } from "../../../i18n/times.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { useStays } from "../../../ui/use-stays.ts";
import { EndpointDeliveries, EndpointDeliveriesFragment } from "../../../webhooks/EndpointDeliveries.tsx";
import { EndpointHistory, EndpointHistoryFragment } from "../../../webhooks/EndpointHistory.tsx";
import { EndpointMark } from "../../../webhooks/EndpointMark.tsx";
import { GoneSince, GoneSinceFragment } from "../../../webhooks/GoneSince.tsx";
import { SecretOnce } from "../../../webhooks/SecretOnce.tsx";
import { VerifySample } from "../../../webhooks/VerifySample.tsx";
import css from "../../../webhooks/webhooks.module.css";
import { ChangeEndpoint, type EndpointMove } from "./ChangeEndpoint.tsx";
import { TestEndpoint } from "./TestEndpoint.tsx";

const EndpointSheetQuery = graphql(
  `
    query EndpointSheet($id: ID!) {
      node(id: $id) {
        id
        ... on WebhookEndpoint {
          url
          ownerName
          audience
          state
          version
          oldSecretValidUntil
          deliveries {
            id
            state
            attempts
            lastTry {
              id
              answer
            }
          }
          ...EndpointDeliveries_endpoint
          ...EndpointHistory_endpoint
          ...GoneSince_endpoint
        }
      }
    }
  `,
  [EndpointDeliveriesFragment, EndpointHistoryFragment, GoneSinceFragment],
);

/** One endpoint: what can be done, what was sent there, how it is verified, and what was done to it. */
export function EndpointSheet({
  id,
  onKept,
  onClose,
}: {
  readonly id: string;
  readonly onKept: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [asked, ask] = useState<EndpointMove | null>(null);
  const [isRotating, setRotating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const isFirm = secret !== null || isRotating;
  useStays(isFirm);
  const [{ data, error }, again] = useQuery({
    query: EndpointSheetQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const refresh = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const endpoint = data?.node != null && "url" in data.node ? data.node : null;
  const last = endpoint?.deliveries[0];
  const isWaiting = last?.state === "WAITING" && (last.lastTry === null || last.lastTry.answer === "SENDING");
  const moves: readonly EndpointMove[] =
    endpoint?.state === "PAUSED" ? ["change", "rotate", "resume"] : ["change", "rotate", "pause"];

  return (
    <Modal
      label={endpoint?.ownerName ?? t("webhooks.address")}
      heading={secret === null}
      isFirm={isFirm}
      onClose={onClose}
    >
      <div className={css.form}>
        {error !== undefined && endpoint === null && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {error === undefined && data === undefined && <Skeleton rows={6} label={t("common.loading")} />}
        {data !== undefined && endpoint === null && <p>{t("webhooks.gone")}</p>}
        {secret !== null && (
          <SecretOnce title={t("webhooks.rotated")} secret={secret} onStored={() => setSecret(null)} />
        )}
        {endpoint !== null && secret === null && (
          <>
            <div className={css.facts}>
              <p>
                <EndpointMark state={endpoint.state} />
              </p>
              <GoneSince endpoint={endpoint} />
              <p>{t(`webhooks.kind.${endpoint.audience}`)}</p>
              <p>{endpoint.url}</p>
              {endpoint.oldSecretValidUntil !== null && (
                <p>{t("webhooks.overlapUntil", { at: exactText(endpoint.oldSecretValidUntil) })}</p>
              )}
            </div>
            {asked === null ? (
              <div className={css.acts}>
                {moves.map((move) => (
                  <Button key={move} onClick={() => ask(move)}>
                    {t(`webhooks.${move}`)}
                  </Button>
                ))}
                {endpoint.state === "ACTIVE" && <TestEndpoint endpointId={id} isWaiting={isWaiting} onLook={refresh} />}
              </div>
            ) : (
              <ChangeEndpoint
                key={asked}
                move={asked}
                endpoint={endpoint}
                onBack={() => ask(null)}
                onRotating={setRotating}
                onKept={(made) => {
                  ask(null);
                  setSecret(made);
                  refresh();
                  onKept();
                }}
                onStale={refresh}
              />
            )}
            <EndpointDeliveries endpoint={endpoint} />
            <VerifySample />
            <EndpointHistory endpoint={endpoint} />
          </>
        )}
      </div>
    </Modal>
  );
}
