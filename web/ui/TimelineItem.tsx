import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ActorKind, ActorMark } from "./ActorMark.tsx";
import { Icon } from "./Icon.tsx";
import css from "./timeline-item.module.css";

interface Moment {
  readonly at: string;
  readonly atText: string;
  /** The address of the event within the page, on the first item that tells it. */
  readonly anchor?: string | undefined;
}

/** When it was; where the event has an address, the time is the link to it. */
function When({ at, atText, anchor }: Moment) {
  const { t } = useTranslation();
  const time = <time dateTime={at}>{atText}</time>;
  return anchor === undefined ? (
    time
  ) : (
    <a className={css.when} href={`#${anchor}`} title={t("story.linkTo")}>
      {time}
    </a>
  );
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

export function SaidItem({ side, actor, name, via, children, ...moment }: SaidProps) {
  return (
    <li id={moment.anchor} tabIndex={-1} className={`${css.item} ${css[side]}`}>
      <ActorMark kind={actor} name={name} />
      <div className={css.body}>
        <p className={css.head}>
          <b>{name}</b>
          <span className={css.via}>
            {side === "note" && <Icon name="lock" size="s" />}
            {via}
          </span>
          <When {...moment} />
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
  children,
  ...moment
}: Moment & { readonly actor: ActorKind; readonly name: string; readonly children: ReactNode }) {
  return (
    <li id={moment.anchor} tabIndex={-1} className={css.item}>
      <ActorMark kind={actor} name={name} />
      <div className={css.body}>
        <p className={css.fact}>
          <span>{children}</span>
          <When {...moment} />
        </p>
      </div>
    </li>
  );
}

/** Money that moved, was held or came back: its own line with its own edge. */
export function CashItem({
  money,
  children,
  ...moment
}: Moment & { readonly money: ReactNode; readonly children: ReactNode }) {
  return (
    <li id={moment.anchor} tabIndex={-1} className={css.item}>
      <ActorMark kind="system" name="" />
      <div className={`${css.body} ${css.cashBody}`}>
        <div className={css.cash}>
          <Icon name="coin" />
          <span>{children}</span>
          <span className={css.cashAmount}>{money}</span>
        </div>
        <When {...moment} />
      </div>
    </li>
  );
}

/** Days on which clocks stood still: a hatched rule between what was before and after. */
export function StillItem({ children }: { readonly children: ReactNode }) {
  return (
    <li className={`${css.item} ${css.still}`}>
      <span />
      <p>{children}</p>
    </li>
  );
}
