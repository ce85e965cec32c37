import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Combobox, type FieldControl } from "../ui/Combobox.tsx";
import { usePickedNames } from "./use-picked-names.ts";
import { useSought } from "./use-sought.ts";

const MerchantChoicesQuery = graphql(`
  query MerchantChoices($text: String) {
    merchants(first: 20, filter: { text: $text }) {
      edges {
        node {
          id
          name
          nameZh
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** One merchant of however many, by a part of its name or the beginning of its number or of a terminal's. */
export function PickMerchant({
  control,
  value,
  any,
  onChoose,
}: {
  readonly control: FieldControl;
  readonly value: string | null;
  /** What it says when none is chosen; left out where one has to be. */
  readonly any?: string;
  readonly onChoose: (id: string | null) => void;
}) {
  const language = useLanguage();
  const { typed, onType, isAsking, answer } = useSought(MerchantChoicesQuery, (text) => ({ text }));
  const { merchant } = usePickedNames(value, null);
  return (
    <Combobox
      control={control}
      chosen={value === null ? null : { id: value, name: merchant ?? "" }}
      any={any}
      choices={(answer?.merchants.edges ?? []).map(({ node }) => ({ id: node.id, name: nameIn(language, node) }))}
      typed={typed}
      onType={onType}
      isAsking={isAsking}
      isCut={answer?.merchants.pageInfo.hasNextPage ?? false}
      onChoose={onChoose}
    />
  );
}
