import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";
import css from "./person-line.module.css";
import { StaffStateMark } from "./StaffStateMark.tsx";
import { scopeName } from "./scope-name.ts";

export const PersonLineFragment = graphql(`
  fragment PersonLine_staff on Staff {
    id
    name
    email
    role
    state
    merchant {
      id
      name
      nameZh
    }
    institution {
      id
      name
      nameZh
    }
  }
`);

/** One person of the list; pressed, their place at the desk opens. */
export function PersonLine({
  staff,
  onOpen,
}: {
  readonly staff: FragmentOf<typeof PersonLineFragment>;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, name, email, role, state, merchant, institution } = readFragment(PersonLineFragment, staff);
  return (
    <tr>
      <th scope="row">
        <button type="button" className={css.name} onClick={() => onOpen(id)}>
          {name}
        </button>
        <span className={css.address}>{email}</span>
      </th>
      <td>
        {t(`role.${role}`)}
        <span className={css.address}>{scopeName(merchant ?? institution, language)}</span>
      </td>
      <td>
        <StaffStateMark state={state} />
      </td>
    </tr>
  );
}
