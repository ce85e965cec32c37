import type { NoticeTexts } from "./notice-text.ts";
import { colleagueTexts } from "./texts/colleague-texts.ts";
import { customerTexts } from "./texts/customer-texts.ts";
import { partnerTexts } from "./texts/partner-texts.ts";
import type { NoticeKind } from "./words.ts";

/** The desk's own wording of every notice. A kind without one does not compile. */
export const noticeTexts: Readonly<Record<NoticeKind, NoticeTexts>> = {
  ...customerTexts,
  ...partnerTexts,
  ...colleagueTexts,
};
