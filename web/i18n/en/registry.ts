import type { InEnglish } from "../dictionary.ts";
import type { registryZhCn } from "../zh-cn/registry.ts";

export const registryEn: InEnglish<typeof registryZhCn> = {
  registry: {
    find: "Name, merchant or terminal number",
    state: "State",
    everyState: "Every state",
    merchantState: { OPEN: "Open", SUSPENDED: "Suspended", CLOSED: "Closed" },
    addMerchant: "Register a merchant",
    addInstitution: "Register an institution",
    added: "{{name}} is registered.",
    addedSince:
      "Registered under {{number}}, as it stood when you pressed. What you have typed since is not saved yet.",
    merchant: "Merchant",
    institution: "Institution",
    number: "Merchant number",
    numberHint: "As the acquirer writes it. Settlement files find the merchant by it, so it never changes.",
    code: "Code",
    codeHint: "What the bank's files call it, for example its BIC. It never changes.",
    name: "Name in English",
    nameZh: "Name in Chinese",
    category: "Category code (MCC)",
    categoryHint:
      "Four digits. Policies go by it: once changed, new decisions follow the new category, and those already made stay.",
    categoryNamed: "{{code}} {{name}}",
    noCategory: "No category",
    reason: "Reason",
    save: "Save",
    edit: "Change the details",
    gone: "There is no such entry.",
    empty: "No merchant fits",
    emptyHint:
      "Try part of a name, or how the merchant's or a terminal's number begins. Merchants that a settlement file names appear here by themselves.",
    noInstitutions: "No institution is registered yet",
    noInstitutionsHint: "The first file of disputes registers its own; you can also register one now.",
    move: {
      suspendMerchant: "Suspend the merchant",
      closeMerchant: "Close the merchant",
      reopenMerchant: "Open it again",
    },
    moveHint: {
      suspendMerchant:
        "Customers can then send no request about this merchant online; agents can still take one down. Open cases go on.",
      closeMerchant:
        "Requests are then taken only about payments that are on file; a slip without one is turned away. Open cases go on.",
      reopenMerchant: "Every request is taken again.",
    },
    terminals: "Terminals",
    terminalNumber: "Terminal number",
    noTerminals: "No terminal is registered.",
    addTerminal: "Register a terminal",
    closeTerminal: "Close terminal {{number}}",
    reopenTerminal: "Open terminal {{number}} again",
    close: "Close",
    reopen: "Open again",
    closedSince: "Closed since {{at}}",
    terminalHint:
      "A slip that names a closed terminal alone, without a payment on file, no longer leads to this merchant. Payments on file are untouched.",
    history: "History",
    event: {
      ADDED: "Registered",
      CHANGED: "Details changed",
      SUSPENDED: "Suspended",
      CLOSED: "Closed",
      REOPENED: "Opened again",
      TERMINAL_ADDED: "Terminal {{terminal}} registered",
      TERMINAL_CLOSED: "Terminal {{terminal}} closed",
      TERMINAL_REOPENED: "Terminal {{terminal}} opened again",
    },
    change: {
      NAME: "Name in English: {{before}} → {{after}}",
      NAME_ZH: "Name in Chinese: {{before}} → {{after}}",
      CATEGORY: "Category: {{before}} → {{after}}",
    },
    nothing: "empty",
  },
};
