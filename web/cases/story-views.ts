import type { CaseEventKind, MessageThread } from "../graphql/words.ts";
import { isMoneyEvent } from "./event-money.ts";

/** What the story can be narrowed to; the word stands in the address. */
export const storyViews = ["all", "messages", "money", "checks", "notes"] as const;
export type StoryView = (typeof storyViews)[number];

export function readView(word: string | null): StoryView {
  return storyViews.find((view) => view === word) ?? "all";
}

interface Told {
  readonly kind: CaseEventKind;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly messages: readonly { readonly thread: MessageThread }[];
}

/** What was done to know the truth of the matter. */
const checking: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  "BEGIN_VERIFICATION",
  "FIND_PAYMENT",
  "ATTACH_PAYMENT",
  "RECORD_CHECK",
  "PROPOSE_CHECK_WAIVER",
  "REJECT_CHECK_WAIVER",
  "EXPIRE_CHECK_WAIVER",
  "RECORD_MERCHANT_ANSWER",
  "ATTACH_EVIDENCE",
]);

const views: Record<StoryView, (told: Told) => boolean> = {
  all: () => true,
  messages: ({ messages }) => messages.some(({ thread }) => thread !== "INTERNAL"),
  money: ({ facts }) => isMoneyEvent(facts),
  checks: ({ kind }) => checking.has(kind),
  notes: ({ messages }) => messages.some(({ thread }) => thread === "INTERNAL"),
};

export function isInView(view: StoryView, told: Told): boolean {
  return views[view](told);
}
