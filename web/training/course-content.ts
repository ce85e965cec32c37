/** A course as it is written, both languages side by side: what the mutations take. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export interface Section {
  readonly heading: Text;
  readonly body: Text;
}

export interface Question {
  readonly kind: "SINGLE" | "MULTIPLE";
  readonly prompt: Text;
  readonly options: readonly { readonly text: Text; readonly right: boolean }[];
  readonly explanation: Text;
}

export interface Content {
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly passMark: number;
  readonly validityMonths: number | null;
  readonly attemptsAllowed: number | null;
}

export const emptyText: Text = { zh: "", en: "" };
export const emptySection: Section = { heading: emptyText, body: emptyText };
export const emptyQuestion: Question = {
  kind: "SINGLE",
  prompt: emptyText,
  options: [
    { text: emptyText, right: true },
    { text: emptyText, right: false },
  ],
  explanation: emptyText,
};
export const emptyContent = {
  title: emptyText,
  summary: emptyText,
  minutes: 15,
  sections: [],
  questions: [],
  passMark: 80,
  validityMonths: 12,
  attemptsAllowed: null,
} satisfies Content;

/** The list with one of its items changed. */
export function replaced<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((known, index) => (index === at ? item : known));
}

export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}
