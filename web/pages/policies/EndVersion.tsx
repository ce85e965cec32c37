import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { answered } from "../../graphql/answered.ts";
import { graphql } from "../../graphql/graphql.ts";
import { lastTyped, momentIn, zoneName } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { saidAgainst } from "../../policies/messages-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import css from "../policies-page.module.css";

const WithdrawMutation = graphql(`
  mutation WithdrawPolicyVersion($input: WithdrawPolicyVersionInput!) {
    withdrawPolicyVersion(input: $input) {
      __typename
      ... on PolicyRefused { reasons { message } }
      ... on PolicyNotFound { message }
    }
  }
`);
const EndMutation = graphql(`
  mutation EndPolicy($input: EndPolicyInput!) {
    endPolicy(input: $input) {
      __typename
      ... on PolicyRefused { reasons { message } }
      ... on PolicyNotFound { message }
    }
  }
`);

type Way = "WITHDRAW" | "END";

/** Takes back what has not begun, or ends a narrower policy: what follows is said before the press, and a reason is asked. */
export function EndVersion({
  version,
  label,
  timeZone,
  way,
  onDone,
}: {
  readonly version: { readonly id: string; readonly name: string };
  readonly label: string;
  /** The policy's: by its clocks the end is typed. */
  readonly timeZone: string;
  /** What may be done now. What somebody has begun stays open when that is over, and says so. */
  readonly way: Way | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState<Way | null>(null);
  const [from, setFrom] = useState("");
  const [reason, setReason] = useState("");
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [withdrawn, withdraw] = useMutation(WithdrawMutation);
  const [ended, end] = useMutation(EndMutation);
  const withdraws = open === "WITHDRAW";
  const isSending = withdrawn.fetching || ended.fetching;
  const isOver = open !== way && !isSending;

  async function send(): Promise<void> {
    const input = { versionId: version.id, reason };
    const at = from === "" ? null : momentIn(timeZone, from).toISOString();
    const { answer, error } = withdraws
      ? await answered(withdraw({ input }), (data) => data.withdrawPolicyVersion)
      : await answered(end({ input: { ...input, from: at } }), (data) => data.endPolicy);
    const against = saidAgainst(t, answer, error);
    if (against.length > 0) return setMessages(against);
    setOpen(null);
    onDone();
  }

  return (
    <>
      {way !== null && <Button onClick={() => setOpen(way)}>{t(`policies.ending.${way}`)}</Button>}
      {open !== null && (
        <Modal
          label={
            withdraws
              ? t("policies.ending.withdrawTitle", { name: version.name })
              : t("policies.ending.endTitle", { label })
          }
          heading
          onClose={() => setOpen(null)}
        >
          <form
            className={css.ending}
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <p>{t(withdraws ? "policies.ending.withdrawMeans" : "policies.ending.endMeans")}</p>
            {!withdraws && (
              <Field label={t("policies.ending.from", { zone: zoneName(timeZone, language) })}>
                {(control) => (
                  <input
                    {...control}
                    type="datetime-local"
                    max={lastTyped}
                    value={from}
                    onChange={({ target }) => setFrom(target.value)}
                  />
                )}
              </Field>
            )}
            <Field label={t("policies.ending.reason")}>
              {(control) => (
                <textarea
                  {...control}
                  data-first-focus
                  rows={3}
                  required
                  maxLength={1000}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                />
              )}
            </Field>
            {isOver && <Notice kind="no" title={t(`policies.ending.over.${open}`)} />}
            {messages.map((message) => (
              <Notice key={message} kind="no" title={message} />
            ))}
            <div className={css.actions}>
              <Button onClick={() => setOpen(null)}>{t("common.cancel")}</Button>
              <Button look="primary" type="submit" busy={isSending} disabled={isOver || reason.trim() === ""}>
                {t(withdraws ? "policies.ending.confirmWithdraw" : "policies.ending.confirmEnd")}
              </Button>
            </div>
          </form>
        </Modal>
      )}
    </>
  );
}
