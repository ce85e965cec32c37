import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import css from "../../../api-keys/api-keys.module.css";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";

const RevokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      __typename
      ... on ApiKeyRevoked {
        apiKey {
          id
          state
        }
      }
      ... on ApiKeyNotFound {
        message
      }
    }
  }
`);

/** Asked once more, since whatever uses the key stops with it. */
export function RevokeSheet({
  of: { id, name },
  onClose,
  onRevoked,
}: {
  readonly of: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRevoked: (name: string) => void;
}) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, revoke] = useMutation(RevokeApiKey);
  const answer = data?.revokeApiKey;

  async function send(): Promise<void> {
    const { data: told } = await revoke({ input: { id } });
    if (told?.revokeApiKey.__typename === "ApiKeyRevoked") onRevoked(name);
  }

  return (
    <Modal label={t("apiKeys.revokeNamed", { name })} heading onClose={onClose}>
      <div className={css.shown}>
        <p>{t("apiKeys.revokeAsk", { name })}</p>
        {answer?.__typename === "ApiKeyNotFound" && <Notice kind="no" title={answer.message} />}
        {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
        <div className={css.foot}>
          <Button data-first-focus onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" busy={fetching} onClick={() => void send()}>
            {t("apiKeys.revoke")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
