import { useTranslation } from "react-i18next";
import type { CaseReason, ProofKind } from "../../graphql/words.ts";
import { Field } from "../../ui/Field.tsx";
import { Segments } from "../../ui/Segments.tsx";
import css from "./new-case.module.css";
import type { RequestDraft } from "./request-draft.ts";
import type { RequestFaults } from "./request-faults.ts";

interface RequestFieldsProps {
  readonly draft: RequestDraft;
  readonly currency: string;
  readonly reasons: readonly CaseReason[];
  readonly faults: RequestFaults;
  readonly onChange: (part: Partial<RequestDraft>) => void;
}

const proofs = [
  "CARD_SLIP",
  "RECEIPT",
  "INVOICE",
  "STATEMENT",
  "PHOTO",
  "CHAT",
] as const satisfies readonly ProofKind[];
const channels = ["PHONE", "COUNTER"] as const;
const origins = ["CUSTOMER", "MERCHANT"] as const;

/** What the customer says, in the order in which people tell it: what went wrong, how much, how to reach them. */
export function RequestFields({ draft, currency, reasons, faults, onChange }: RequestFieldsProps) {
  const { t } = useTranslation();
  const fault = (name: keyof RequestFaults) => (faults[name] === undefined ? undefined : t(`newCase.fault.${name}`));
  const has = (proof: ProofKind) => draft.proofs.includes(proof);
  return (
    <div className={css.fields}>
      <fieldset className={css.reasons} aria-invalid={faults.reason}>
        <legend>{t("newCase.reason")}</legend>
        {reasons.map((reason) => (
          <label key={reason} className={draft.reason === reason ? css.on : undefined}>
            <input
              type="radio"
              name="reason"
              className="quiet"
              checked={draft.reason === reason}
              onChange={() => onChange({ reason })}
            />
            {t(`caseReason.${reason}`)}
          </label>
        ))}
      </fieldset>
      {faults.reason && (
        <p className={css.fault} role="alert">
          {t("newCase.fault.reason")}
        </p>
      )}
      <div className={css.pair}>
        <Field label={t("newCase.amount", { currency })} hint={t("newCase.amountHint")} error={fault("amount")}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              value={draft.amount}
              onChange={({ target }) => onChange({ amount: target.value })}
            />
          )}
        </Field>
        <fieldset className={css.proofs}>
          <legend>{t("newCase.proofs")}</legend>
          {proofs.map((proof) => (
            <label key={proof}>
              <input
                type="checkbox"
                checked={has(proof)}
                onChange={() =>
                  onChange({
                    proofs: has(proof) ? draft.proofs.filter((one) => one !== proof) : [...draft.proofs, proof],
                  })
                }
              />
              {t(`proofKind.${proof}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <Field label={t("newCase.message")} hint={t("newCase.messageHint")}>
        {(control) => (
          <textarea
            {...control}
            maxLength={4000}
            value={draft.message}
            onChange={({ target }) => onChange({ message: target.value })}
          />
        )}
      </Field>
      <div className={css.pair}>
        <Field label={t("newCase.name")} error={fault("name")}>
          {(control) => (
            <input
              {...control}
              maxLength={80}
              autoComplete="off"
              value={draft.name}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          )}
        </Field>
        <Field label={t("newCase.phone")} error={fault("contact")}>
          {(control) => (
            <input
              {...control}
              type="tel"
              autoComplete="off"
              value={draft.phone}
              onChange={({ target }) => onChange({ phone: target.value })}
            />
          )}
        </Field>
        <Field label={t("newCase.email")}>
          {(control) => (
            <input
              {...control}
              type="email"
              autoComplete="off"
              value={draft.email}
              onChange={({ target }) => onChange({ email: target.value })}
            />
          )}
        </Field>
        <Field label={t("newCase.reads")} hint={t("newCase.readsHint")}>
          {(control) => (
            <select
              {...control}
              value={draft.locale}
              onChange={({ target }) => onChange({ locale: target.value === "EN" ? "EN" : "ZH_CN" })}
            >
              <option value="ZH_CN">{t("common.language.ZH_CN")}</option>
              <option value="EN">{t("common.language.EN")}</option>
            </select>
          )}
        </Field>
      </div>
      <div className={css.switches}>
        <div>
          <span aria-hidden="true">{t("newCase.channel")}</span>
          <Segments
            legend={t("newCase.channel")}
            value={draft.channel}
            onChange={(channel) => onChange({ channel })}
            options={channels.map((value) => ({ value, label: t(`newCase.by.${value}`) }))}
          />
        </div>
        <div>
          <span aria-hidden="true">{t("newCase.origin")}</span>
          <Segments
            legend={t("newCase.origin")}
            value={draft.origin}
            onChange={(origin) => onChange({ origin })}
            options={origins.map((value) => ({ value, label: t(`newCase.of.${value}`) }))}
          />
        </div>
      </div>
    </div>
  );
}
