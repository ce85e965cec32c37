import type { InEnglish } from "../dictionary.ts";
import type { paletteZhCn } from "../zh-cn/palette.ts";

export const paletteEn: InEnglish<typeof paletteZhCn> = {
  palette: {
    title: "Search and commands",
    open: "Search",
    hint: {
      CASES: "Case, voucher, last four, name, phone",
      PAYMENTS: "Voucher, RRN, last four, shop",
      ROOMS: "Pages and commands",
    },
    placeholder: {
      CASES: "Case, voucher, RRN, last four, name, phone, or a command",
      PAYMENTS: "Voucher, RRN, last four, shop, or a command",
      ROOMS: "A page or a command",
    },
    short: {
      CASES: "Case, name, voucher, command",
      PAYMENTS: "Voucher, shop, command",
      ROOMS: "A page or a command",
    },
    results: "Results",
    found: "Cases and transactions",
    recent: "Opened lately",
    actions: "Actions on {{number}}",
    shut: "Not now:",
    commands: "Commands",
    hits_one: "{{count}} result",
    hits_other: "{{count}} results",
    nothing:
      "No case and no payment is found for “{{text}}”. A name takes two Chinese characters or three letters, a phone its last four digits.",
    also: {
      ASSIGN: "take, hand over, reassign",
      ADD_NOTE: "comment, internal",
      SEND_MESSAGE: "reply, write, answer",
      ATTACH_EVIDENCE: "upload, file, photo, attachment",
      REQUEST_INFORMATION: "request information, missing",
      DECLINE_REQUEST: "reject, refuse, deny",
      SNOOZE: "snooze, later, defer, postpone",
      WAKE: "unsnooze, wake",
      ESCALATE_TO_BANK: "dispute, chargeback",
      theme: "theme, mode, colours, night",
      language: "language",
    },
    needsCase: "“{{action}}” is done on a case: open one, or tick some in the queue.",
    noCommand: "No page and no command is called “{{text}}”.",
    unreached: "The server cannot be reached, so cases and transactions cannot be searched now.",
    card: "card ending {{last4}}",
    sale: "voucher {{voucher}}, card ending {{last4}}",
    matched: {
      CASE_NUMBER: "Case {{text}}",
      VOUCHER_NUMBER: "Voucher {{text}}",
      RETRIEVAL_REFERENCE: "RRN {{text}}",
      ACQUIRER_REFERENCE: "Acquirer's number {{text}}",
      EMAIL: "E-mail {{text}}",
      PHONE: "Phone {{text}}",
      CARD_LAST_FOUR: "Card ending {{text}}",
      NAME: "Name {{text}}",
      MERCHANT: "Shop {{text}}",
    },
  },
};
