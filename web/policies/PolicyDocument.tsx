import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { percentText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { DecisionTable } from "./DecisionTable.tsx";
import css from "./policy-document.module.css";
import { limitsText, type PolicyText } from "./policy-text.ts";
import { useJoin } from "./use-join.ts";

/** Sections in the order in which a policy is read. */
export const sections = [
  "scope",
  "proof",
  "times",
  "table",
  "approvals",
  "fees",
  "contest",
  "publicText",
  "responsibilities",
] as const;
export type Section = (typeof sections)[number];

/** A policy to be read, as paper would have it: nine sections, the table in the fourth. */
export function PolicyDocument({
  findings,
  text,
  changed,
}: {
  readonly text: PolicyText;
  readonly changed: ReadonlySet<number>;
  /** What the checks say of the table, shown below it. */
  readonly findings?: ReactNode;
}) {
  const { t } = useTranslation();
  const join = useJoin();
  const language = useLanguage();
  const said = (both: PolicyText["title"]) => (language === "en" ? both.en : both.zh);
  const reason = (word: string) => t(`caseReason.${word}` as "caseReason.OTHER");
  const body: Record<Section, ReactNode> = {
    scope: <p>{said(text.title)}</p>,
    proof: (
      <>
        <p>
          {text.proofNeeded
            ? t("policies.proofAny", { proofs: join(text.acceptedProofs.map((kind) => t(`proofKind.${kind}`))) })
            : t("policies.proofNone")}
        </p>
        <p>{t("policies.identityAbove", { limits: limitsText(text.identityNeededAbove, language) })}</p>
        {text.goodsStateNeededFor.length > 0 && (
          <p>{t("policies.goodsFor", { reasons: join(text.goodsStateNeededFor.map(reason)) })}</p>
        )}
      </>
    ),
    times: (
      <>
        <p>{t("policies.windowIs", { days: text.windowDays })}</p>
        <p>{t("policies.daysBy", { zone: text.timeZone })}</p>
        {text.windows.length > 0 && (
          <p>
            {t("policies.windowsAre", {
              list: join(
                text.windows.map((window) =>
                  t("policies.windowOf", { reason: reason(window.reason), days: window.days }),
                ),
              ),
            })}
          </p>
        )}
        <p>{t("policies.arrivalIs", { from: text.arrivalWorkingDaysFrom, to: text.arrivalWorkingDaysTo })}</p>
      </>
    ),
    table: (
      <>
        <p className={css.meta}>{t("policies.tableHow")}</p>
        <DecisionTable rows={text.rows} otherwise={text.otherwise} changed={changed} />
        {findings}
      </>
    ),
    approvals: (
      <>
        <div className={css.tiers}>
          <div>
            <b>{t("policies.upTo", { limits: limitsText(text.agentDecidesUpTo, language) })}</b>
            <p>{t("policies.agentAlone")}</p>
          </div>
          <div>
            <b>{t("policies.upTo", { limits: limitsText(text.supervisorGrantsUpTo, language) })}</b>
            <p>{t("policies.supervisorGrants")}</p>
          </div>
          <div>
            <b>{t("policies.above")}</b>
            <p>{t("policies.complianceGrants")}</p>
          </div>
        </div>
        <p>{t("policies.tiersHow")}</p>
        {text.autoLimit !== null && <p>{t("policies.autoIs", { limits: limitsText(text.autoLimit, language) })}</p>}
      </>
    ),
    fees: (
      <>
        {text.feeBasisPoints !== null && (
          <p>{t("policies.feeShareIs", { share: percentText(text.feeBasisPoints / 10_000, language, 2) })}</p>
        )}
        {text.feeFixed !== null && text.feeFixed.length > 0 && (
          <p>{t("policies.feeFixedIs", { amounts: limitsText(text.feeFixed, language) })}</p>
        )}
        <p>{t(`policies.fees.${text.feesBorneBy}`)}</p>
      </>
    ),
    contest: <p>{t("policies.contestIs", { appeal: text.appealWindowDays, reopen: text.reopenWindowDays })}</p>,
    publicText: <p className={css.text}>{said(text.publicText)}</p>,
    responsibilities: (
      <dl className={css.steps}>
        {text.responsibilities.map(({ step, who, what }) => (
          <div key={`${step.zh} ${who.zh} ${what.zh}`} className={css.stepLine}>
            <dt className={css.stepName}>{said(step)}</dt>
            <dd className={css.stepWho}>
              <b>{said(who)}</b> {said(what)}
            </dd>
          </div>
        ))}
      </dl>
    ),
  };
  return <Sections body={body} />;
}

export function Sections({ body }: { readonly body: Readonly<Record<Section, ReactNode>> }) {
  const { t } = useTranslation();
  return (
    <div className={css.document}>
      {sections.map((section, index) => (
        <section key={section} id={section} aria-labelledby={`${section}-title`}>
          <h2 id={`${section}-title`}>
            <span>{index + 1}</span>
            {t(`policies.section.${section}`)}
          </h2>
          {body[section]}
        </section>
      ))}
    </div>
  );
}
