import type { Day } from "../../kernel/day.ts";

/** Every reason for which the trainer's room says no. A code without a text in both languages does not compile. */
export type TrainingRefusal =
  | { readonly code: "NOT_PUBLISHED" }
  | { readonly code: "CODE_TAKEN" }
  | { readonly code: "DRAFT_EXISTS" }
  | { readonly code: "NO_DRAFT" }
  | { readonly code: "NO_SECTIONS" }
  | { readonly code: "NO_QUESTIONS" }
  /** Zero: title or summary; else the number of the section. */
  | { readonly code: "TEXT_MISSING"; readonly where: number }
  | { readonly code: "QUESTION_TEXT_MISSING"; readonly question: number }
  | { readonly code: "QUESTION_WITHOUT_ANSWER"; readonly question: number }
  | { readonly code: "NUMBER_OUT_OF_RANGE" }
  | { readonly code: "CERTIFICATES_UNDECIDED" }
  | { readonly code: "NOBODY_FITS" }
  | { readonly code: "DATES_CROSSED" }
  /** For the trainer: whoever was given it could not take it for a day. */
  | { readonly code: "WINDOW_IS_OVER" }
  | { readonly code: "NOT_OPEN_YET"; readonly opensOn: Day }
  | { readonly code: "CLOSED_SINCE"; readonly closesOn: Day }
  | { readonly code: "NO_ATTEMPTS_LEFT" }
  | { readonly code: "ALREADY_VALID"; readonly until: Day | null }
  | { readonly code: "ATTEMPT_OVER" }
  /** For the learner whose attempt comes too late. */
  | { readonly code: "ASSIGNMENT_WITHDRAWN" }
  /** For the trainer: nobody can work on it any more. */
  | { readonly code: "ASSIGNMENT_ENDED" }
  | { readonly code: "WAIVER_ENDED" }
  | { readonly code: "ANSWERS_DO_NOT_FIT" }
  | { readonly code: "OWN_WAIVER" }
  | { readonly code: "RULE_INCOMPLETE" }
  | { readonly code: "RULE_EXISTS" };

export type TrainingRefusalCode = TrainingRefusal["code"];

/** The codes as a list, for the wire. The record makes the compiler miss a code that is not here. */
const everyCode: Readonly<Record<TrainingRefusalCode, true>> = {
  NOT_PUBLISHED: true,
  CODE_TAKEN: true,
  DRAFT_EXISTS: true,
  NO_DRAFT: true,
  NO_SECTIONS: true,
  NO_QUESTIONS: true,
  TEXT_MISSING: true,
  QUESTION_TEXT_MISSING: true,
  QUESTION_WITHOUT_ANSWER: true,
  NUMBER_OUT_OF_RANGE: true,
  CERTIFICATES_UNDECIDED: true,
  NOBODY_FITS: true,
  DATES_CROSSED: true,
  WINDOW_IS_OVER: true,
  NOT_OPEN_YET: true,
  CLOSED_SINCE: true,
  NO_ATTEMPTS_LEFT: true,
  ALREADY_VALID: true,
  ATTEMPT_OVER: true,
  ASSIGNMENT_WITHDRAWN: true,
  ASSIGNMENT_ENDED: true,
  WAIVER_ENDED: true,
  ANSWERS_DO_NOT_FIT: true,
  OWN_WAIVER: true,
  RULE_INCOMPLETE: true,
  RULE_EXISTS: true,
};
export const trainingRefusalCodes = Object.keys(everyCode) as TrainingRefusalCode[];
