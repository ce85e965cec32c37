import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Combobox, type FieldControl } from "../ui/Combobox.tsx";
import { useSettled } from "../ui/use-settled.ts";
import { nameIn } from "./name-in.ts";
import { usePickedNames } from "./use-picked-names.ts";

const RESTS_MS = 150;

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
  const [typed, setTyped] = useState<string | null>(null);
  const text = useSettled(typed, RESTS_MS);
  const [{ data, fetching }] = useQuery({
    query: MerchantChoicesQuery,
    variables: { text: text?.trim() || null },
    pause: typed === null,
  });
  const { merchant } = usePickedNames(value, null);
  return (
    <Combobox
      control={control}
      chosen={value === null ? null : { id: value, name: merchant ?? "" }}
      any={any}
      choices={(data?.merchants.edges ?? []).map(({ node }) => ({ id: node.id, name: nameIn(language, node) }))}
      typed={typed}
      onType={setTyped}
      isAsking={fetching || text !== typed}
      isCut={data?.merchants.pageInfo.hasNextPage ?? false}
      onChoose={onChoose}
    />
  );
}
