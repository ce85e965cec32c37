import { type ReactNode, useState } from "react";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import css from "./row.module.css";

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly help?: string;
  /** It begins open. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A way on: closed it is one line, opened it holds what can be done there. */
export function Row({ icon, title, help, open = false, children }: Props) {
  const [begins] = useState(open);
  return (
    <details className={css.row} open={begins}>
      <summary>
        <Icon name={icon} size="l" />
        <span className={css.words}>
          <b>{title}</b>
          {help !== undefined && <span>{help}</span>}
        </span>
        <span className={css.turn}>
          <Icon name="right" />
        </span>
      </summary>
      <div className={css.inside}>{children}</div>
    </details>
  );
}
