import type { ReactNode } from "react";
import { type ActorKind, ActorMark } from "./ActorMark.tsx";
import { Icon } from "./Icon.tsx";
import css from "./timeline-item.module.css";

interface Moment {
  readonly at: string;
  readonly atText: string;
}

/** What somebody said. Theirs is outlined, ours lies on a sunken ground, a note is the one warm thing on the page. */
export interface SaidProps extends Moment {
  readonly side: "theirs" | "ours" | "note";
  readonly actor: ActorKind;
  readonly name: string;
  /** By which way, or to whom; for a note, the words "Internal note". */
  readonly via: string;
  readonly children: ReactNode;
}

export function SaidItem({ side, actor, name, via, at, atText, children }: SaidProps) {
  return (
    <li className={`${css.item} ${css[side]}`}>
      <ActorMark kind={actor} name={name} />
      <div className={css.body}>
        <p className={css.head}>
          <b>{name}</b>
          <span className={css.via}>
            {side === "note" && <Icon name="lock" size="s" />}
            {via}
          </span>
          <time dateTime={at}>{atText}</time>
        </p>
        <div className={css.said}>{children}</div>
      </div>
    </li>
  );
}

/** What happened, on one line without a bubble. */
export function FactItem({
  actor,
  name,
  at,
  atText,
  children,
}: Moment & { readonly actor: ActorKind; readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={css.item}>
      <ActorMark kind={actor} name={name} />
      <div className={css.body}>
        <p className={css.fact}>
          <span>{children}</span>
          <time dateTime={at}>{atText}</time>
        </p>
      </div>
    </li>
  );
}

/** Money that moved, was held or came back: its own line with its own edge. */
export function CashItem({
  at,
  atText,
  money,
  children,
}: Moment & { readonly money: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={css.item}>
      <ActorMark kind="system" name="" />
      <div className={`${css.body} ${css.cashBody}`}>
        <div className={css.cash}>
          <Icon name="coin" />
          <span>{children}</span>
          <span className={css.cashAmount}>{money}</span>
        </div>
        <time dateTime={at}>{atText}</time>
      </div>
    </li>
  );
}
