import { Command } from "cmdk";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { CaseItem, PaletteCaseFragment } from "./PaletteHits.tsx";

const RecentCaseQuery = graphql(
  `
    query RecentCase($number: String!) {
      case(number: $number) {
        id
        ...PaletteCase_case
      }
    }
  `,
  [PaletteCaseFragment],
);

interface Props {
  readonly numbers: readonly string[];
  readonly onGo: (path: string) => void;
}

/** The cases that the reader came from, to go back to. */
export function RecentCases({ numbers, onGo }: Props) {
  const { t } = useTranslation();
  if (numbers.length === 0) return null;
  return (
    <Command.Group heading={t("palette.recent")}>
      {numbers.map((number) => (
        <RecentCase key={number} number={number} onGo={onGo} />
      ))}
    </Command.Group>
  );
}

/** Most of them are still in the cache, since they were open a moment ago. */
function RecentCase({ number, onGo }: { readonly number: string; readonly onGo: (path: string) => void }) {
  const [{ data }] = useQuery({ query: RecentCaseQuery, variables: { number } });
  if (data?.case == null) return null;
  return <CaseItem value={`recent ${number}`} case={data.case} found={null} onGo={onGo} />;
}
