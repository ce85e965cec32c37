import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { atDesk, deskZoneName } from "../../../i18n/times.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import registry from "../../../registry/registry.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { MaintenanceAnswer, MaintenanceAnswerFragment } from "./MaintenanceAnswer.tsx";

const PlanMaintenanceMutation = graphql(
  `
    mutation PlanMaintenance($input: PlanProviderMaintenanceInput!) {
      answer: planProviderMaintenance(input: $input) {
        __typename
        ... on ProviderMaintenanceKept {
          maintenance {
            id
          }
        }
        ...MaintenanceAnswer_problem
      }
    }
  `,
  [MaintenanceAnswerFragment],
);

/** A time in which a provider is sent nothing. */
export function PlanMaintenance({
  providers,
  onPlanned,
  onClose,
}: {
  readonly providers: readonly { readonly code: string; readonly name: string }[];
  readonly onPlanned: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [provider, setProvider] = useState(providers[0]?.code ?? "");
  const [typed, setTyped] = useState({ starts: "", ends: "", reasonZh: "", reasonEn: "" });
  const [{ data, error, fetching }, plan] = useMutation(PlanMaintenanceMutation);
  const answer = data?.answer;
  const zone = deskZoneName(useLanguage());

  async function send(): Promise<void> {
    const { reasonZh, reasonEn, starts, ends } = typed;
    const input = {
      provider,
      startsAt: atDesk(starts).toISOString(),
      endsAt: atDesk(ends).toISOString(),
      reasonZh,
      reasonEn,
    };
    const { data: told } = await plan({ input });
    if (told?.answer.__typename === "ProviderMaintenanceKept") onPlanned();
  }

  const text = (
    name: keyof typeof typed,
    hint: string,
    more: { readonly type: string; readonly lang?: string },
  ): ReactNode => (
    <Field label={t(`providers.${name}`)} hint={hint}>
      {(control) => (
        <input
          {...control}
          {...more}
          required
          maxLength={200}
          value={typed[name]}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <Modal label={t("providers.plan")} heading onClose={onClose}>
      <form
        className={registry.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={t("providers.provider")}>
          {(control) => (
            <select {...control} value={provider} onChange={({ target }) => setProvider(target.value)}>
              {providers.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {text("starts", t("providers.startsHint", { zone }), { type: "datetime-local" })}
        {text("ends", t("providers.endsHint", { zone }), { type: "datetime-local" })}
        {text("reasonZh", t("providers.reasonHint"), { type: "text", lang: "zh-CN" })}
        {text("reasonEn", t("providers.reasonHint"), { type: "text", lang: "en" })}
        {answer !== undefined && answer.__typename !== "ProviderMaintenanceKept" && (
          <MaintenanceAnswer problem={answer} />
        )}
        {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
        <div className={registry.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t("providers.plan")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
