import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { Facts } from "../ui/Facts.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./last-run.module.css";
import { RunChain, RunChainFragment } from "./RunChain.tsx";

export const LastRunFragment = graphql(
  `
    fragment LastRun_run on AuditRun {
      id
      cause
      endedAt
      checkpoint
      moneyFaults
      moneyReference
      chains {
        chain
        ...RunChain_chain
      }
    }
  `,
  [RunChainFragment],
);

/** What the last verification of everything found, kind by kind, and the ones before it. */
export function LastRun({ runs: of }: { readonly runs: readonly FragmentOf<typeof LastRunFragment>[] }) {
  const { t } = useTranslation();
  const [last, ...earlier] = readFragment(LastRunFragment, of);
  if (last === undefined) return <p>{t("audit.run.none")}</p>;
  const isWhole = (run: typeof last) => run.checkpoint !== null && run.moneyFaults === 0;
  const when = (run: typeof last) =>
    t("audit.run.when", { at: exactText(run.endedAt), cause: t(`audit.run.cause.${run.cause}`) });
  return (
    <section className={css.proof} aria-label={t("audit.run.title")}>
      <h2>{t("audit.run.title")}</h2>
      <Notice
        kind={isWhole(last) ? "done" : "unreached"}
        title={t(isWhole(last) ? "audit.run.intact" : "audit.run.broken")}
      >
        <p>{when(last)}</p>
      </Notice>
      <Facts
        facts={[
          ...last.chains.map(
            (chain) => [t(`audit.chains.${chain.chain}`), <RunChain key={chain.chain} chain={chain} />] as const,
          ),
          [
            t("audit.run.money"),
            last.moneyFaults === 0
              ? t("audit.run.moneyAgrees")
              : t("audit.run.moneyDiffers", { count: last.moneyFaults, reference: last.moneyReference ?? "" }),
          ],
          last.checkpoint !== null && [t("audit.run.checkpoint"), <code key="point">{last.checkpoint}</code>],
        ]}
      />
      {earlier.length > 0 && (
        <details>
          <summary>{t("audit.run.earlier")}</summary>
          <ul>
            {earlier.map((run) => (
              <li key={run.id}>
                {when(run)} · {t(isWhole(run) ? "audit.run.intact" : "audit.run.broken")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
