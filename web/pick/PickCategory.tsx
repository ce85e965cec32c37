import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { Combobox, type FieldControl } from "../ui/Combobox.tsx";

const CategoryChoicesQuery = graphql(`
  query CategoryChoices {
    merchantCategories {
      code
      name
    }
  }
`);

/** A merchant category by a part of its name or of its code; four digits that have no name here are taken as they are. */
export function PickCategory({
  control,
  value,
  onChoose,
}: {
  readonly control: FieldControl;
  readonly value: string | null;
  readonly onChoose: (code: string | null) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [{ data, fetching }] = useQuery({ query: CategoryChoicesQuery });
  const named = (data?.merchantCategories ?? []).map(({ code, name }) => ({
    id: code,
    name: t("pick.category", { code, name }),
  }));
  const wanted = (typed ?? "").trim().toLowerCase();
  const fitting = named.filter(({ name }) => name.toLowerCase().includes(wanted));
  const isNew = /^\d{4}$/.test(wanted) && !named.some(({ id }) => id === wanted);
  return (
    <Combobox
      control={control}
      chosen={value === null ? null : (named.find(({ id }) => id === value) ?? { id: value, name: value })}
      choices={isNew ? [{ id: wanted, name: wanted }, ...fitting] : fitting}
      typed={typed}
      onType={setTyped}
      isAsking={fetching}
      isCut={false}
      onChoose={onChoose}
    />
  );
}
