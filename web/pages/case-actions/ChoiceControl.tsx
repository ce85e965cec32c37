import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import type { ChoiceSource } from "./action-form.ts";
import { checkKinds, settledOutcomes } from "./choices.ts";

const StaffChoiceQuery = graphql(`
  query StaffChoice {
    staff(first: 100) {
      edges {
        node {
          id
          name
          role
          active
        }
      }
    }
  }
`);

interface ChoiceControlProps {
  readonly id: string;
  readonly className: string;
  readonly source: ChoiceSource;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type Option = readonly [value: string, label: string];

/** A list to choose from, by where its options come from. */
export function ChoiceControl({ source, ...control }: ChoiceControlProps) {
  const { t } = useTranslation();
  switch (source) {
    case "checks":
      return <Select {...control} options={checkKinds.map((kind) => [kind, t(`checkKind.${kind}`)])} />;
    case "checkOutcomes":
      return (
        <Select {...control} options={settledOutcomes.map((outcome) => [outcome, t(`checkOutcome.${outcome}`)])} />
      );
    case "yesNo":
      return <Select {...control} options={(["yes", "no"] as const).map((word) => [word, t(`choice.${word}`)])} />;
    case "staff":
      return <StaffSelect {...control} />;
    default:
      return null;
  }
}

function StaffSelect(control: Omit<ChoiceControlProps, "source">) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: StaffChoiceQuery });
  const members = data?.staff.edges.map(({ node }) => node).filter(({ active }) => active) ?? [];
  const options = members.map(
    ({ id, name, role }): Option => [id, t("common.separated", { first: name, second: t(`role.${role}`) })],
  );
  return <Select {...control} empty={t("choice.nobody")} options={options} />;
}

function Select({
  options,
  value,
  onChange,
  empty,
  ...control
}: Omit<ChoiceControlProps, "source"> & { readonly options: readonly Option[]; readonly empty?: string }) {
  const { t } = useTranslation();
  return (
    <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{empty ?? t("choice.choose")}</option>
      {options.map(([word, label]) => (
        <option key={word} value={word}>
          {label}
        </option>
      ))}
    </select>
  );
}
