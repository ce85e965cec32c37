import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Facts } from "../ui/Facts.tsx";
import { SampleProof } from "./SampleProof.tsx";
import css from "./sample-head.module.css";

export const SampleHeadFragment = graphql(`
  fragment SampleHead_sample on AuditSample {
    id
    title
    kind
    seed
    from
    to
    asOf
    populationSize
    populationHash
    method
    drawnAt
    drawnBy {
      id
      name
    }
    reviewedCount
    itemCount
    findingCount
    chainHead
    eventCount
  }
`);

/** What the sample is of, how far it has come, the proof that it is what the seed gives, and the report. */
export function SampleHead({ sample: of }: { readonly sample: FragmentOf<typeof SampleHeadFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sample = readFragment(SampleHeadFragment, of);
  const { from, to, asOf } = sample;
  return (
    <header className={css.head}>
      <div className={css.line}>
        <h2>{sample.title}</h2>
        <span>{t("samples.progress", { reviewed: sample.reviewedCount, total: sample.itemCount })}</span>
        <span>{t("samples.findingCount", { count: sample.findingCount })}</span>
        <a href={`/audit/samples/${sample.id}/report.pdf?lang=${language}`} download>
          {t("samples.report")}
        </a>
      </div>
      <details>
        <summary>{t("samples.method")}</summary>
        <Facts
          facts={[
            [t("samples.kind"), t(`samples.kinds.${sample.kind}`)],
            [t("samples.method"), sample.method],
            [t("samples.seed"), <code key="seed">{sample.seed}</code>],
            [t("samples.periodLabel"), t("samples.period", { from, to, asOf: exactText(asOf) })],
            [t("samples.populationLabel"), t("samples.populationSize", { count: sample.populationSize })],
            [t("samples.populationHash"), <code key="hash">{sample.populationHash}</code>],
            [
              t("samples.drawnLabel"),
              t("samples.drawnBy", { name: sample.drawnBy?.name ?? "", at: exactText(sample.drawnAt) }),
            ],
            [t("samples.chain"), <code key="head">{sample.chainHead}</code>],
          ]}
        />
        <SampleProof id={sample.id} />
      </details>
    </header>
  );
}
