import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import type { Permission, Role, StaffState } from "../graphql/words.ts";
import { type Choice, Combobox, type FieldControl } from "../ui/Combobox.tsx";
import { usePickedNames } from "./use-picked-names.ts";
import { useSought } from "./use-sought.ts";

const StaffChoicesQuery = graphql(`
  query StaffChoices($filter: StaffFilter!) {
    staff(first: 20, filter: $filter) {
      edges {
        node {
          id
          name
          role
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Who may be chosen; what is left out leaves nobody out. */
export interface Pickable {
  /** Any of these rights, by whatever role. */
  readonly permissions?: readonly Permission[];
  readonly states?: readonly StaffState[];
}

/** Whoever can have acted, those who left too. */
export const everyone: Pickable = {};

/** Whoever is at work and takes cases of the desk. */
export const caseWorkers: Pickable = { permissions: ["CASE_WORK"], states: ["ACTIVE"] };

/** Whoever is at work and can give another's approvals. */
export const standIns: Pickable = { permissions: ["CASE_NOTE"], states: ["ACTIVE"] };

/** The desk's own people who are at work: not a shop's, and not a bank's. */
export const deskStaff: Pickable = {
  permissions: ["STAFF_READ"],
  states: ["ACTIVE"],
};

/** One colleague of however many, by a part of the name or of the address. */
export function PickStaff({
  control,
  value,
  any,
  of,
  own = [],
  without = null,
  onChoose,
}: {
  readonly control: FieldControl;
  readonly value: string | null;
  /** What it says when nobody is chosen; left out where somebody has to be. */
  readonly any?: string;
  readonly of: Pickable;
  /** What can be chosen beside people, before them. */
  readonly own?: readonly Choice[];
  /** Who is not offered. */
  readonly without?: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const { typed, onType, isAsking, answer } = useSought(StaffChoicesQuery, (text) => ({
    filter: { text, permissions: [...(of.permissions ?? [])], states: [...(of.states ?? [])] },
  }));
  const ours = own.find(({ id }) => id === value);
  const { staff } = usePickedNames(null, ours === undefined ? value : null);
  const inFull = ({ name, role }: { readonly name: string; readonly role: Role }) =>
    t("common.separated", { first: name, second: t(`role.${role}`) });
  const people = (answer?.staff.edges ?? []).flatMap(({ node }) =>
    node.id === without ? [] : [{ id: node.id, name: inFull(node) }],
  );
  return (
    <Combobox
      control={control}
      chosen={value === null ? null : (ours ?? { id: value, name: staff === null ? "" : inFull(staff) })}
      any={any}
      choices={typed === "" ? [...own, ...people] : people}
      typed={typed}
      onType={onType}
      isAsking={isAsking}
      isCut={answer?.staff.pageInfo.hasNextPage ?? false}
      onChoose={onChoose}
    />
  );
}
