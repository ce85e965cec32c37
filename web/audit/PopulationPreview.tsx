import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./draw-sample.module.css";

export const PopulationPreviewFragment = graphql(`
  fragment PopulationPreview_preview on SamplePreview {
    asOf
    populationSize
    method
    strata {
      name
      label
      population
      drawn
    }
  }
`);

/** What would be drawn, group by group, before anything is. */
export function PopulationPreview({ preview: of }: { readonly preview: FragmentOf<typeof PopulationPreviewFragment> }) {
  const { t } = useTranslation();
  const { asOf, populationSize, method, strata } = readFragment(PopulationPreviewFragment, of);
  return (
    <section className={css.preview} aria-live="polite">
      <p className={css.strong}>{t("samples.population", { count: populationSize, at: exactText(asOf) })}</p>
      <p>{method}</p>
      <table className={css.strata}>
        <thead>
          <tr>
            <th scope="col">{t("samples.group")}</th>
            <th scope="col">{t("samples.drawnHead")}</th>
          </tr>
        </thead>
        <tbody>
          {strata.map(({ name, label, population, drawn }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>{t("samples.drawnOf", { drawn, population })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
