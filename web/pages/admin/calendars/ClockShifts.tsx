import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../../../graphql/graphql.ts";
import { momentText } from "../../../i18n/times.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useNow } from "../../../i18n/use-now.ts";

export const ClockShiftsFragment = graphql(`
  fragment ClockShifts_preview on CorrectionPreview {
    later
    kept
    examples {
      caseNumber
      title
      from
      to
    }
  }
`);

/** Which running deadlines a change moves or gives a date, the first of them by name. */
export function ClockShifts({ preview }: { readonly preview: FragmentOf<typeof ClockShiftsFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { later, kept, examples } = readFragment(ClockShiftsFragment, preview);
  return (
    <>
      <p>{later === 0 ? t("calendars.movesNone") : t("calendars.moves", { count: later })}</p>
      {kept > 0 && <p>{t("calendars.keeps", { count: kept })}</p>}
      {examples.length > 0 && (
        <ul>
          {examples.map(({ caseNumber, title, from, to }) => (
            <li key={`${caseNumber} ${title}`}>
              <strong>{caseNumber}</strong>{" "}
              {from === null
                ? t("calendars.shiftNew", { title, to: momentText(to, language, now) })
                : t("calendars.shift", {
                    ...{ title, from: momentText(from, language, now), to: momentText(to, language, now) },
                  })}
            </li>
          ))}
        </ul>
      )}
      {later > examples.length && <p>{t("calendars.more", { count: examples.length })}</p>}
    </>
  );
}
