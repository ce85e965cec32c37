import { type FragmentOf, readFragment } from "gql.tada";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { keepDesk } from "../../../i18n/desk.ts";
import { PickZone } from "../../../pick/PickZone.tsx";
import { CurrencyField } from "../../../settings/CurrencyField.tsx";
import css from "../../../settings/settings.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useTouched } from "../../../ui/use-touched.ts";

export const SettingsFormFragment = graphql(`
  fragment SettingsForm_settings on DeskSettings {
    nameZh
    nameEn
    phone
    email
    currency
    timeZone
    version
  }
`);

const ChangeSettingsMutation = graphql(`
  mutation ChangeDeskSettings($input: ChangeDeskSettingsInput!) {
    answer: changeDeskSettings(input: $input) {
      __typename
      ... on DeskSettingsChanged {
        settings {
          version
        }
      }
      ... on DeskSettingsRefused {
        message
        reasons
      }
      ... on StaleDeskSettings {
        message
      }
    }
  }
`);

/** What the administrator sets: what is stored, until something else is typed. What is typed stays, whoever stores meanwhile. */
export function SettingsForm({
  settings: of,
  onChanged,
  onStale,
}: {
  readonly settings: FragmentOf<typeof SettingsFormFragment>;
  readonly onChanged: () => void;
  readonly onStale: () => void;
}) {
  const { t } = useTranslation();
  const { version, nameZh, nameEn, phone, email, currency, timeZone } = readFragment(SettingsFormFragment, of);
  // By name: what other parts of the page ask of the settings comes in the same object, and no input takes it.
  const stored = { nameZh, nameEn, phone: phone ?? "", email: email ?? "", currency, timeZone };
  const { typed, isSame, touch, keep } = useTouched(stored, version);
  const [{ data, error, fetching }, change] = useMutation(ChangeSettingsMutation);
  const answer = data?.answer;
  const [isSaved, setSaved] = useState(false);
  const type = (texts: Partial<typeof stored>) => {
    setSaved(false);
    touch(texts);
  };

  async function send(): Promise<void> {
    setSaved(false);
    const told = await change({ input: { ...typed, expectedVersion: version } });
    if (told.data?.answer.__typename === "StaleDeskSettings") onStale();
    if (told.data?.answer.__typename !== "DeskSettingsChanged") return;
    keepDesk(typed);
    keep(typed);
    setSaved(true);
    onChanged();
  }

  const text = (
    name: "nameZh" | "nameEn" | "phone" | "email",
    more: React.ComponentProps<"input">,
    hint?: string,
  ): ReactNode => (
    <Field label={t(`settings.${name}`)} hint={hint}>
      {(control) => (
        <input
          {...control}
          {...more}
          autoComplete="off"
          value={typed[name]}
          onChange={({ target }) => type({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset className={css.fieldset}>
        <legend>{t("settings.presented")}</legend>
        <p className={css.quiet}>{t("settings.presentedHint")}</p>
        <div className={css.fields}>
          {text("nameZh", { lang: "zh-CN", required: true, maxLength: 40 })}
          {text("nameEn", { lang: "en", required: true, maxLength: 40 })}
          {text("phone", { type: "tel", maxLength: 30 }, t("settings.phoneHint"))}
          {text("email", { type: "email", maxLength: 120 }, t("settings.emailHint"))}
        </div>
      </fieldset>
      <fieldset className={css.fieldset}>
        <legend>{t("settings.usual")}</legend>
        <div className={css.fields}>
          <CurrencyField value={typed.currency} onChange={(currency) => type({ currency })} />
          <PickZone
            label={t("settings.timeZone")}
            hint={t("settings.timeZoneHint")}
            value={typed.timeZone}
            onChange={(timeZone) => type({ timeZone })}
          />
        </div>
      </fieldset>
      {isSaved && <Notice kind="done" title={t("settings.saved")} />}
      {answer !== undefined && "message" in answer && (
        <Notice kind={answer.__typename === "StaleDeskSettings" ? "changed" : "no"} title={answer.message}>
          {"reasons" in answer && answer.reasons.map((one) => <p key={one}>{one}</p>)}
        </Notice>
      )}
      {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
      <div className={css.foot}>
        <Button type="submit" look="primary" busy={fetching} disabled={isSame}>
          {t("settings.save")}
        </Button>
        {isSame && <span className={css.quiet}>{t("settings.unchanged")}</span>}
      </div>
    </form>
  );
}
