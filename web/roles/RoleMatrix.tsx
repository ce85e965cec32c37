import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { Fragment, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { grouped } from "./role-groups.ts";
import css from "./role-matrix.module.css";

export const RoleMatrixFragment = graphql(`
  fragment RoleMatrix_role on RoleGrants {
    id
    role
    people
    permissions
    grantable
    openChange {
      id
    }
  }
`);

type Grants = ResultOf<typeof RoleMatrixFragment>;
export type RoleName = Grants["role"];
export type Right = Grants["permissions"][number];
/** What a role would have, for those roles that were touched. */
export type Drafts = ReadonlyMap<RoleName, ReadonlySet<Right>>;

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);

/** Permissions down, roles across; a tick is a draft. One cell is in the order of the Tab key, arrows move among them. */
export function RoleMatrix({
  roles,
  rights,
  drafts,
  onTick,
}: {
  readonly roles: readonly FragmentOf<typeof RoleMatrixFragment>[];
  readonly rights: readonly { readonly right: Right; readonly name: string }[];
  readonly drafts: Drafts;
  readonly onTick: (role: RoleName, right: Right, on: boolean) => void;
}) {
  const { t } = useTranslation();
  const columns = roles.map((role) => readFragment(RoleMatrixFragment, role));
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const body = useRef<HTMLTableElement>(null);
  const parts = grouped(rights);
  const shown = parts.flatMap((part) => part.rights);

  function move(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = [within(at[0] + step[0], shown.length), within(at[1] + step[1], columns.length)] as const;
    setAt(next);
    body.current?.querySelector<HTMLElement>(`[data-cell="${next.join(" ")}"]`)?.focus();
  }

  return (
    <table className={css.grid} ref={body}>
      <thead>
        <tr>
          <th scope="col">{t("roles.right")}</th>
          {columns.map(({ id, role, people, openChange }) => (
            <th key={id} scope="col">
              <b>{t(`role.${role}`)}</b>
              <span>{t("roles.people", { count: people })}</span>
              {openChange !== null && <span className={css.waits}>{t("roles.waits")}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <Fragment key={part.group}>
            <tr className={css.group}>
              <th scope="colgroup" colSpan={columns.length + 1}>
                {t(`roles.group.${part.group}`)}
              </th>
            </tr>
            {part.rights.map(({ right, name }) => {
              const row = shown.findIndex((one) => one.right === right);
              return (
                <tr key={right}>
                  <th scope="row">{name}</th>
                  {columns.map((column, index) => {
                    const { id, role, permissions, grantable, openChange } = column;
                    const isNow = permissions.includes(right);
                    const isThen = drafts.get(role)?.has(right) ?? isNow;
                    const isNever = !isNow && !grantable.includes(right);
                    const isShut = openChange !== null || isNever;
                    const change = isNow === isThen ? null : isThen ? "added" : "removed";
                    return (
                      <td key={id} className={change === null ? undefined : css[change]}>
                        <label>
                          <input
                            type="checkbox"
                            data-cell={`${row} ${index}`}
                            aria-label={t(isNever ? "roles.cellNever" : "roles.cell", {
                              role: t(`role.${role}`),
                              right: name,
                            })}
                            title={isNever ? t("roles.never") : undefined}
                            aria-disabled={isShut}
                            tabIndex={at[0] === row && at[1] === index ? 0 : -1}
                            checked={isThen}
                            onFocus={() => setAt([row, index])}
                            onKeyDown={move}
                            onChange={({ target }) => {
                              if (!isShut) onTick(role, right, target.checked);
                            }}
                          />
                          {change !== null && <small>{t(`roles.${change}`)}</small>}
                        </label>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
