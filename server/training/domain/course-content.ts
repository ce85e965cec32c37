import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { QuestionKind } from "./words.ts";

/** Paragraphs, apart by an empty line; a line that begins with "- " is one of a list. Nothing else is markup. */
export interface CourseSection {
  readonly heading: BilingualText;
  readonly body: BilingualText;
}

export interface QuizOption {
  readonly text: BilingualText;
  readonly right: boolean;
}

export interface QuizQuestion {
  readonly kind: QuestionKind;
  readonly prompt: BilingualText;
  readonly options: readonly QuizOption[];
  /** Told after the answer, never before. */
  readonly explanation: BilingualText;
}

/** All that one version of a course says. A published one is never changed. */
export interface CourseContent {
  readonly title: BilingualText;
  readonly summary: BilingualText;
  /** How long it takes a reader. */
  readonly minutes: number;
  readonly sections: readonly CourseSection[];
  readonly questions: readonly QuizQuestion[];
  /** The share of questions that must be right, in per cent. */
  readonly passMark: number;
  /** How long a certificate holds; null: for good. */
  readonly validityMonths: number | null;
  /** How often the quiz may be tried for one assignment; null: as often as it takes. */
  readonly attemptsAllowed: number | null;
}

export const contentLimits = {
  sections: 40,
  questions: 60,
  options: 8,
  months: 120,
  attempts: 20,
  minutes: 600,
} as const;
