import type { ReactNode } from "react";
import css from "./clock-bar.module.css";
import { Icon, type IconName } from "./Icon.tsx";

/** How urgent a clock is: calm above a quarter, soon in the last one, late after it; paused and met do not run. */
export type ClockTone = "calm" | "soon" | "late" | "paused" | "met";

const icons: Record<ClockTone, IconName | null> = {
  calm: null,
  soon: "clock",
  late: "late",
  paused: "pause",
  met: "check",
};

export interface ClockBarProps {
  readonly tone: ClockTone;
  /** "2 working days left": the words carry the meaning, the bar and the colour only repeat it. */
  readonly words: string;
  /** The date, quietly behind the words. */
  readonly due?: string | undefined;
  /** 班 where the due day is a make-up working day. */
  readonly mark?: string | undefined;
  /** What is left, from 1 down to 0. */
  readonly share: number;
  /** The way to the proof of the date. */
  readonly proof?: ReactNode;
}

/** Time left, as words first, then a bar that drains to the left. */
export function ClockBar({ tone, words, due, mark, share, proof }: ClockBarProps) {
  const icon = icons[tone];
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <span className={`${css.clock} ${css[tone]}`} data-tone={tone}>
      {icon !== null && <Icon name={icon} size="s" />}
      <span
        className={proof === undefined ? `${css.words} ${css.short}` : css.words}
        title={due === undefined ? words : `${words} ${due}`}
      >
        <span>{words}</span>
        {due !== undefined && <span className={css.due}> {due}</span>}
        {mark !== undefined && <span className={css.mark}>{mark}</span>}
        {proof !== undefined && (
          <>
            {" "}
            <span className={`${css.due} ${css.proof}`}>
              <span className={css.dot}>· </span>
              {proof}
            </span>
          </>
        )}
      </span>
      {tone !== "met" && (
        <span className={css.bar} aria-hidden="true">
          <i style={{ width }} />
        </span>
      )}
    </span>
  );
}
