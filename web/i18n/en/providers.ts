import type { InEnglish } from "../dictionary.ts";
import type { providersZhCn } from "../zh-cn/providers.ts";

export const providersEn: InEnglish<typeof providersZhCn> = {
  providers: {
    plan: "Plan maintenance",
    kinds: {
      VOID: "Void",
      PREAUTH_RELEASE: "Release of a pre-authorisation",
      PREAUTH_COMPLETION_REFUND: "Refund of a completed pre-authorisation",
      SALE_REFUND: "Refund of a sale, whole or in part",
    },
    serves: "Refunds of all merchants are sent here, in the currency of the sale.",
    shareOf: "{{name}} ({{share}})",
    lately: "Last 24 hours",
    exchanges_one: "exchange",
    exchanges_other: "exchanges",
    declined_one: "declined",
    declined_other: "declined",
    unanswered_one: "unanswered",
    unanswered_other: "unanswered",
    lastAnswer: "Last answer: {{at}}",
    noAnswer: "No answer in the last 24 hours",
    waiting_one: "refund waits to be sent",
    waiting_other: "refunds wait to be sent",
    windows: "Maintenance",
    noWindows: "No maintenance is planned.",
    fromTo: "{{from}} to {{to}}",
    stateOf: { PLANNED: "Planned", RUNNING: "Running", ENDED: "Ended", CANCELLED: "Cancelled" },
    event: { PLANNED: "Planned", CANCELLED: "Cancelled", ENDED_EARLY: "Ended early" },
    stop: { PLANNED: "Cancel", RUNNING: "End now" },
    provider: "Provider",
    starts: "From",
    startsHint: "{{zone}}. Earlier than now: it begins at once.",
    ends: "To",
    endsHint:
      "{{zone}}. Refunds wait meanwhile and are sent once, afterwards; what was sent before is still asked about.",
    reasonZh: "Reason, in Chinese",
    reasonEn: "Reason, in English",
    reasonHint: "Colleagues with a waiting refund read it.",
  },
};
