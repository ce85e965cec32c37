import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import css from "./shut-action.module.css";

/** An action that is shut: it stays in sight, with each reason against it as a sentence and, where known, the way to open it. */
export function ShutAction({
  name,
  reasons,
  way,
}: {
  readonly name: string;
  readonly reasons: readonly string[];
  readonly way?: ReactNode | undefined;
}) {
  return (
    <div className={css.shut}>
      <Icon name="lock" />
      <div>
        <p className={css.name}>{name}</p>
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
