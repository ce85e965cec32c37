import { newId, toGlobalId } from "../../../server/kernel/ids.ts";
import { anything, listed, type Probes, told } from "./probe.ts";

const noMerchant = { merchantId: "x", expectedVersion: 1 };
const noTerminal = { ...noMerchant, terminalId: "x" };
const noEndpoint = { endpointId: "x", expectedVersion: 1 };
const noDay = { calendar: "CN", day: "2026-12-31", expectedVersion: 0 };

/** Of nothing that is there, under a number that none can have, or at a version that none has: they answer, and do nothing. */
export const registryProbes: Probes = {
  "Query.merchants": listed("{ merchants { edges { node { id } } } }", ({ merchantId }) =>
    toGlobalId("Merchant", merchantId),
  ),
  "Query.merchantCategories": anything("{ merchantCategories { id: code } }"),
  "Query.institutions": anything("{ institutions { id } }"),
  "Query.agencies": anything("{ agencies { id: code } }"),
  "Query.paymentProviders": anything("{ paymentProviders { id: code } }"),
  "Query.disputeRulePacks": anything("{ disputeRulePacks { id: network } }"),
  "Query.webhookEndpoints": anything("{ webhookEndpoints { edges { node { id } } } }"),
  "Query.webhookProviders": anything("{ webhookProviders { id: code } }"),
  "Query.calendars": anything("{ calendars { id: calendar } }"),
  "Query.previewCalendarDay": anything('{ previewCalendarDay(calendar: CN, day: "2026-12-31") { id: later } }'),
  "Query.previewCalendarYear": anything(
    "{ previewCalendarYear(paper: { calendar: CN, year: 2026, holidays: [] }) { id: later } }",
  ),
  "Query.deskProfile": anything("{ deskProfile { id: name } }"),
  "Query.deskSettings": anything("{ deskSettings { id: version } }"),
  "Mutation.addMerchant": told("yes", { number: "!", name: "x" }),
  "Mutation.changeMerchant": told("yes", { ...noMerchant, name: "x" }),
  "Mutation.suspendMerchant": told("yes", noMerchant),
  "Mutation.closeMerchant": told("yes", noMerchant),
  "Mutation.reopenMerchant": told("yes", noMerchant),
  "Mutation.addTerminal": told("yes", { ...noMerchant, number: "x" }),
  "Mutation.closeTerminal": told("yes", noTerminal),
  "Mutation.reopenTerminal": told("yes", noTerminal),
  "Mutation.addInstitution": told("yes", { code: "!", name: "x" }),
  "Mutation.changeInstitution": told("yes", { institutionId: "x", expectedVersion: 1, name: "x" }),
  "Mutation.correctCalendarDay": told("yes", { ...noDay, working: false, name: "x", nameZh: "x" }),
  "Mutation.withdrawCalendarDay": told("yes", noDay),
  "Mutation.publishCalendarYear": told("yes", { calendar: "CN", year: 2026, holidays: [], expectedVersion: 0 }),
  "Mutation.registerWebhookEndpoint": told("yes", { url: "x" }),
  "Mutation.changeWebhookEndpoint": told("yes", { ...noEndpoint, url: "x" }),
  "Mutation.rotateWebhookSecret": told("yes", noEndpoint),
  "Mutation.pauseWebhookEndpoint": told("yes", noEndpoint),
  "Mutation.resumeWebhookEndpoint": told("yes", noEndpoint),
  "Mutation.testWebhookEndpoint": told("yes", { endpointId: "x", idempotencyKey: newId() }),
  "Mutation.planProviderMaintenance": told("yes", {
    ...{
      provider: "x",
      startsAt: "2026-01-01T00:00:00Z",
      endsAt: "2026-01-01T00:00:00Z",
      reasonZh: "x",
      reasonEn: "x",
    },
  }),
  "Mutation.stopProviderMaintenance": told("yes", { windowId: newId(), expectedVersion: 1 }),
  "Mutation.changeDeskSettings": told("yes", {
    ...{ expectedVersion: 0, nameZh: "x", nameEn: "x", currency: "CNY", timeZone: "UTC" },
  }),
};
