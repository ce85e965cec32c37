import type { InEnglish } from "../dictionary.ts";
import type { settingsZhCn } from "../zh-cn/settings.ts";

export const settingsEn: InEnglish<typeof settingsZhCn> = {
  settings: {
    presented: "Name and contact",
    presentedHint:
      "Customers see it on the form, on their own page and on the receipt; it stands below every e-mail and on case files.",
    nameZh: "Name in Chinese",
    nameEn: "Name in English",
    phone: "Telephone for customers",
    phoneHint: "A number that customers can dial. Empty: none is shown.",
    email: "E-mail for customers",
    emailHint: "A mailbox that somebody reads. Empty: none is shown.",
    usual: "Defaults",
    currency: "Default currency",
    currencyHint:
      "Chosen already where a customer types an amount, or a list is filtered by one. Amounts that are there keep their own.",
    timeZone: "Time zone",
    timeZoneHint:
      "When “today” begins at the desk: lists, reports, training dates and the times on every page go by it, and so do times in imported files that name no zone. Deadlines are counted in the zone that their own rule names.",
    save: "Save the settings",
    saved: "Saved. Every server goes by it from now on.",
    unchanged: "Nothing is changed",
    environment: "Fixed by the environment",
    environmentHint: "Only whoever runs the servers can change this, when starting them. No secret is shown here.",
    publicUrl: "Address",
    mail: "E-mail",
    mailFrom: "Sent as {{from}}",
    sms: "SMS",
    isSent: "Connected",
    toMailbox: "Not connected; the demo keeps them in its mailbox",
    notSent: "Not connected; none are sent",
    signOn: "Company sign-in",
    noSignOn: "None; people sign in with a password",
    acquirer: "Acquirer",
    simulated: "A simulation: no real money moves",
    realAcquirer: "Connected",
    sessions: "Sessions",
    sessionsLong: "End after {{minutes}} minutes without use, and after {{hours}} hours at most",
    history: "Changes",
    noHistory: "The settings have not been changed yet.",
    change: "{{field}}: {{before}} → {{after}}",
    empty: "(empty)",
    field: {
      NAME_ZH: "Name in Chinese",
      NAME_EN: "Name in English",
      PHONE: "Telephone for customers",
      EMAIL: "E-mail for customers",
      CURRENCY: "Default currency",
      TIME_ZONE: "Time zone",
    },
  },
};
