import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { PersonLine, PersonLineFragment } from "../people/PersonLine.tsx";
import css from "../people/people.module.css";
import { staffRoles, staffStates, toStaffRole, toStaffState } from "../people/staff-roles.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useAsked } from "../ui/use-asked.ts";
import { AdminTabs } from "./admin/AdminTabs.tsx";
import page from "./list-page.module.css";
import { PagedRows } from "./lists/PagedRows.tsx";
import { InviteSheet } from "./people/InviteSheet.tsx";
import { PersonSheet } from "./people/PersonSheet.tsx";

const PeoplePageQuery = graphql(
  `
    query PeoplePage($filter: StaffFilter, $after: String) {
      staff(first: 50, filter: $filter, after: $after) {
        edges {
          node {
            id
            ...PersonLine_staff
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PersonLineFragment],
);

const readStaff = (data: ResultOf<typeof PeoplePageQuery>) => data.staff;

/** Everybody who works at the desk or for a shop or a bank in it; filters and the open person stand in the address. */
export function PeoplePage() {
  const { t } = useTranslation();
  const [params, change] = useAsked();
  const [isInviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<string | null>(null);
  const text = params.get("q") ?? "";
  const role = toStaffRole(params.get("role"));
  const state = toStaffState(params.get("state"));
  const person = params.get("person");
  const filter = {
    text: text === "" ? null : text,
    roles: role === null ? null : [role],
    states: state === null ? null : [state],
  };
  const pages = usePages({
    query: PeoplePageQuery,
    variables: { filter },
    read: readStaff,
  });
  const { nodes, refresh } = pages;

  return (
    <>
      <title>{t("common.title", { page: t("people.title") })}</title>
      <AdminTabs>
        <Button look="primary" onClick={() => setInviting(true)}>
          {t("people.invite")}
        </Button>
      </AdminTabs>
      <div className={page.page}>
        {invited !== null && <Notice kind="done" title={t("people.invited", { email: invited })} />}
        <search className={css.filters}>
          <Field label={t("people.find")}>
            {(control) => (
              <input
                {...control}
                type="search"
                value={text}
                maxLength={100}
                onChange={({ target }) => change("q", target.value)}
              />
            )}
          </Field>
          <Field label={t("people.role")}>
            {(control) => (
              <select {...control} value={role ?? ""} onChange={({ target }) => change("role", target.value)}>
                <option value="">{t("people.everyRole")}</option>
                {staffRoles.map((one) => (
                  <option key={one} value={one}>
                    {t(`role.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t("people.standing")}>
            {(control) => (
              <select {...control} value={state ?? ""} onChange={({ target }) => change("state", target.value)}>
                <option value="">{t("people.everyStanding")}</option>
                {staffStates.map((one) => (
                  <option key={one} value={one}>
                    {t(`people.state.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </search>
        <PagedRows pages={pages} empty={{ title: t("people.empty"), hint: t("people.emptyHint") }}>
          {nodes.length > 0 && (
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t("people.name")}</th>
                  <th scope="col">{t("people.role")}</th>
                  <th scope="col">{t("people.standing")}</th>
                </tr>
              </thead>
              <tbody>
                {nodes.map((node) => (
                  <PersonLine key={node.id} staff={node} onOpen={(id) => change("person", id)} />
                ))}
              </tbody>
            </table>
          )}
        </PagedRows>
      </div>
      {isInviting && (
        <InviteSheet
          onClose={() => setInviting(false)}
          onInvited={(email) => {
            setInviting(false);
            setInvited(email);
            refresh();
          }}
        />
      )}
      {person !== null && <PersonSheet id={person} onClose={() => change("person", null)} onMoved={refresh} />}
    </>
  );
}
