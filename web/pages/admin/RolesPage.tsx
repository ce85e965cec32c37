import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMutation, useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { RoleChangeLine, RoleChangeLineFragment } from "../../roles/RoleChangeLine.tsx";
import { type Drafts, type Right, RoleMatrix, RoleMatrixFragment, type RoleName } from "../../roles/RoleMatrix.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { AdminTabs } from "./AdminTabs.tsx";
import { ProposeRole } from "./ProposeRole.tsx";
import css from "./roles-page.module.css";

const RolesPageQuery = graphql(
  `
    query RolesPage {
      rights {
        right
        name
      }
      roles {
        id
        role
        version
        permissions
        ...RoleMatrix_role
      }
      roleChanges {
        id
        state
        proposer {
          id
        }
        ...RoleChangeLine_change
      }
    }
  `,
  [RoleMatrixFragment, RoleChangeLineFragment],
);

const WithdrawRoleChange = graphql(`
  mutation WithdrawRoleChange($id: ID!) {
    withdrawRoleChange(id: $id) {
      __typename
      ... on RoleChangeNotFound {
        message
      }
    }
  }
`);

/** Who may do what, as a table to be changed: ticks are a draft, and what it would mean stands beside it. */
export function RolesPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const isNarrow = useMedia("(max-width: 860px)");
  const [current, setCurrent] = useState<RoleName>("SUPPORT_AGENT");
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [told, setTold] = useState<{ readonly kind: "done" | "changed"; readonly text: string } | null>(null);
  const [{ data, error }, again] = useQuery({ query: RolesPageQuery, requestPolicy: "cache-and-network" });
  const [withdrawing, withdraw] = useMutation(WithdrawRoleChange);
  const [pressed, setPressed] = useState("");
  const refresh = () => again({ requestPolicy: "network-only" });
  const roles = data?.roles ?? [];
  const changes = data?.roleChanges ?? [];
  const pending = changes.filter(({ state }) => state === "PROPOSED");
  const settled = changes.filter(({ state }) => state !== "PROPOSED");
  const chosen = roles.find(({ role }) => role === current);
  const draft = drafts.get(current);
  const others = [...drafts.keys()].filter((role) => role !== current);

  function tick(role: RoleName, right: Right, on: boolean): void {
    const before = roles.find((one) => one.role === role)?.permissions ?? [];
    const after = new Set(drafts.get(role) ?? before);
    if (on) after.add(right);
    else after.delete(right);
    const isSame = after.size === before.length && before.every((one) => after.has(one));
    setDrafts(new Map(isSame ? [...drafts].filter(([one]) => one !== role) : [...drafts, [role, after]]));
    setCurrent(role);
    setTold(null);
  }

  function drop(role: RoleName): void {
    setDrafts(new Map([...drafts].filter(([one]) => one !== role)));
  }

  async function takeBack(id: string): Promise<void> {
    setPressed(id);
    const answer = await withdraw({ id });
    const result = answer.data?.withdrawRoleChange;
    if (answer.error !== undefined || result === undefined) return;
    if (result.__typename === "RoleChangeNotFound") setTold({ kind: "changed", text: result.message });
    else setTold({ kind: "done", text: t("roles.withdrawn") });
    refresh();
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("roles.title") })}</title>
      <AdminTabs />
      {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
      {data === undefined && error === undefined && <Skeleton rows={10} label={t("common.loading")} />}
      {data !== undefined && (
        <div className={css.parts}>
          <div className={css.main}>
            <p className={css.lead}>{t("roles.lead")}</p>
            <div className={css.choose}>
              <Field label={t("roles.choose")}>
                {(control) => (
                  <select
                    {...control}
                    value={current}
                    onChange={({ target }) => {
                      const role = roles.find((one) => one.role === target.value)?.role;
                      if (role !== undefined) setCurrent(role);
                    }}
                  >
                    {roles.map(({ role }) => (
                      <option key={role} value={role}>
                        {t(`role.${role}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
            <ScrollBox label={t("roles.matrix")}>
              <RoleMatrix
                roles={isNarrow ? roles.filter(({ role }) => role === current) : roles}
                rights={data.rights}
                drafts={drafts}
                onTick={tick}
              />
            </ScrollBox>
          </div>
          <aside className={css.side} aria-label={t("roles.outlook")}>
            {told !== null && <Notice kind={told.kind} title={told.text} />}
            {withdrawing.error !== undefined && (
              <FailureView failure={failureOf(withdrawing.error)} isWrite onRetry={() => void takeBack(pressed)} />
            )}
            <h2>{t("roles.outlook")}</h2>
            {others.length > 0 && (
              <div className={css.acts}>
                <span>{t("roles.alsoChanged")}</span>
                {others.map((role) => (
                  <Button key={role} onClick={() => setCurrent(role)}>
                    {t(`role.${role}`)}
                  </Button>
                ))}
              </div>
            )}
            {drafts.size === 0 && (
              <>
                <p>{t("roles.nothing")}</p>
                <p className={css.lead}>{t("roles.nothingHint")}</p>
              </>
            )}
            {chosen !== undefined && draft !== undefined && (
              <ProposeRole
                key={current}
                role={current}
                version={chosen.version}
                permissions={[...draft]}
                onDiscard={() => drop(current)}
                onStale={refresh}
                onProposed={() => {
                  drop(current);
                  setTold({ kind: "done", text: t("roles.sent") });
                  refresh();
                }}
              />
            )}
            {pending.length > 0 && (
              <section>
                <h2>{t("roles.pending")}</h2>
                <ul className={css.list}>
                  {pending.map((change) => (
                    <RoleChangeLine key={change.id} change={change}>
                      <div className={css.acts}>
                        <Link to="/approvals?box=OPEN">{t("roles.toApprovals")}</Link>
                        {change.proposer?.id === viewer.id && (
                          <Button onClick={() => void takeBack(change.id)}>{t("roles.withdraw")}</Button>
                        )}
                      </div>
                    </RoleChangeLine>
                  ))}
                </ul>
              </section>
            )}
            <section>
              <h2>{t("roles.history")}</h2>
              {settled.length === 0 && <p className={css.lead}>{t("roles.historyEmpty")}</p>}
              <ul className={css.list}>
                {settled.map((change) => (
                  <RoleChangeLine key={change.id} change={change} />
                ))}
              </ul>
            </section>
          </aside>
        </div>
      )}
    </div>
  );
}
