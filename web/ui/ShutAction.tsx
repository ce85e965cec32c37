import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import css from "./shut-action.module.css";

/** Actions that are shut for the same reasons: they stay in sight, with each reason as a sentence and, where known, the way to open them. */
export function ShutAction({
  names,
  reasons,
  way,
}: {
  readonly names: readonly string[];
  readonly reasons: readonly string[];
  readonly way?: ReactNode | undefined;
}) {
  return (
    <div className={css.shut}>
      <Icon name="lock" />
      <div>
        <ul className={css.names}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        {reasons.map((reason) => (
          <p key={reason} className={css.why}>
            {reason}
          </p>
        ))}
        {way !== undefined && <p className={css.why}>{way}</p>}
      </div>
    </div>
  );
}
