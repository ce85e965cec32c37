import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { PersonLine, PersonLineFragment } from "../people/PersonLine.tsx";
import css from "../people/people.module.css";
import { staffRoles, staffStates, toStaffRole, toStaffState } from "../people/staff-roles.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import page from "./list-page.module.css";
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

/** Everybody who works at the desk or for a shop or a bank in it; filters and the open person stand in the address. */
export function PeoplePage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
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
  const [{ data, error, fetching }, again] = useQuery({
    query: PeoplePageQuery,
    variables: { filter, after: params.get("after") },
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  const edges = data?.staff.edges ?? [];
  const next = data?.staff.pageInfo;

  function change(name: string, value: string | null): void {
    setParams(
      (before) => {
        const changed = new URLSearchParams(before);
        if (name !== "person" && name !== "after") changed.delete("after");
        if (value === null || value === "") changed.delete(name);
        else changed.set(name, value);
        return changed;
      },
      { replace: name === "q" },
    );
  }

  return (
    <div className={page.page}>
      <title>{t("common.title", { page: t("people.title") })}</title>
      <div className={css.head}>
        <h1>{t("people.title")}</h1>
        <Button look="primary" onClick={() => setInviting(true)}>
          {t("people.invite")}
        </Button>
      </div>
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
      {error !== undefined && edges.length === 0 && <FailureView failure={failureOf(error)} onRetry={refresh} />}
      {data === undefined && error === undefined && <Skeleton rows={8} label={t("common.loading")} />}
      {data !== undefined && edges.length === 0 && !fetching && (
        <EmptyState title={t("people.empty")} hint={t("people.emptyHint")} />
      )}
      {edges.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t("people.name")}</th>
              <th scope="col">{t("people.role")}</th>
              <th scope="col">{t("people.standing")}</th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ node }) => (
              <PersonLine key={node.id} staff={node} onOpen={(id) => change("person", id)} />
            ))}
          </tbody>
        </table>
      )}
      {next?.hasNextPage === true && next.endCursor !== null && (
        <Button busy={fetching} onClick={() => change("after", next.endCursor)}>
          {t("common.loadMore")}
        </Button>
      )}
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
    </div>
  );
}
