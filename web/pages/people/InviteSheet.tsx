import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { MoveAnswer, MoveAnswerFragment } from "../../people/MoveAnswer.tsx";
import { type Placement, PlacementFields } from "../../people/PlacementFields.tsx";
import css from "../../people/people.module.css";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";

const InviteStaffMutation = graphql(
  `
    mutation InviteStaff($input: InviteStaffInput!) {
      inviteStaff(input: $input) {
        __typename
        ...MoveAnswer_result
      }
    }
  `,
  [MoveAnswerFragment],
);

/** Somebody new: who they are, in which language they are written to, and what they will do here. */
export function InviteSheet({
  onClose,
  onInvited,
}: {
  readonly onClose: () => void;
  readonly onInvited: (email: string) => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [locale, setLocale] = useState<"ZH_CN" | "EN">("ZH_CN");
  const [placement, setPlacement] = useState<Placement>({
    role: "SUPPORT_AGENT",
    merchantId: null,
    institutionId: null,
  });
  const [{ data, error, fetching }, invite] = useMutation(InviteStaffMutation);

  async function send(): Promise<void> {
    const { data: told } = await invite({ input: { name, email, locale, placement } });
    if (told?.inviteStaff.__typename === "StaffMoved") onInvited(email);
  }

  return (
    <Modal label={t("people.invite")} heading onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={t("people.name")}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={100}
              data-first-focus
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label={t("people.email")} hint={t("people.emailHint")}>
          {(control) => (
            <input {...control} type="email" required value={email} onChange={({ target }) => setEmail(target.value)} />
          )}
        </Field>
        <Field label={t("people.language")}>
          {(control) => (
            <select
              {...control}
              value={locale}
              onChange={({ target }) => setLocale(target.value === "EN" ? "EN" : "ZH_CN")}
            >
              <option value="ZH_CN" lang="zh-CN">
                中文
              </option>
              <option value="EN" lang="en">
                English
              </option>
            </select>
          )}
        </Field>
        <PlacementFields value={placement} onChange={setPlacement} />
        {data !== undefined && <MoveAnswer result={data.inviteStaff} />}
        {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
        <div className={css.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t("people.sendInvitation")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
