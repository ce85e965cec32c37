import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import css from "./notice.module.css";

/** "no": the answer was no. "unreached": we do not know. "changed": somebody was faster. "done": it happened. */
export type NoticeKind = "no" | "unreached" | "changed" | "done";

const icons: Record<NoticeKind, IconName> = { no: "lock", unreached: "late", changed: "clock", done: "check" };

/** A message that stands in the page beside what it is about; read aloud when it appears. */
export function Notice({
  kind,
  title,
  children,
  action,
}: {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={`${css.notice} ${css[kind]}`} role={kind === "done" ? "status" : "alert"} data-kind={kind}>
      <Icon name={icons[kind]} />
      <div>
        <p className={css.title}>{title}</p>
        {children}
        {action !== undefined && <div className={css.action}>{action}</div>}
      </div>
    </div>
  );
}
