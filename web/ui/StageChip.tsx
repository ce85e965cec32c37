import type { ReactNode } from "react";
import css from "./stage-chip.module.css";

/** The stages' tones; each has its own mark, so that colour never speaks alone. */
export type Tone = "request" | "verification" | "refunding" | "bank" | "protection" | "closed";

const marks: Record<Tone, ReactNode> = {
  request: <circle cx="6" cy="6" r="4.2" />,
  verification: (
    <>
      <circle cx="6" cy="6" r="4.2" />
      <path className={css.filled} stroke="none" d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" />
    </>
  ),
  refunding: <path d="M4 2.5 1.8 4.7 4 6.9M1.8 4.7h5.4a2.5 2.5 0 0 1 0 5H4.5" />,
  bank: <path d="M1.5 4.5 6 1.8l4.5 2.7zM3.3 4.5V9M6 4.5V9M8.7 4.5V9M1.5 10.2h9" />,
  protection: <path d="M6 1.3 9.8 2.7v3c0 2.3-1.5 3.9-3.8 4.9-2.3-1-3.8-2.6-3.8-4.9v-3z" />,
  closed: (
    <>
      <rect x="1.8" y="1.8" width="8.4" height="8.4" rx="1.5" />
      <path d="m3.8 6.2 1.5 1.5 3-3.2" />
    </>
  ),
};

/** A state as a word on its stage's wash, led by the stage's mark. */
export function StageChip({ tone, word }: { readonly tone: Tone; readonly word: string }) {
  return (
    <span className={`${css.chip} ${css[tone]}`} data-tone={tone} title={word}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {marks[tone]}
      </svg>
      <span className={css.word}>{word}</span>
    </span>
  );
}
