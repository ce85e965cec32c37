import { anything, type Probes, permitted, told } from "./probe.ts";

/** What each of the desk's people arranges for themselves, or for all. */
export const viewProbes: Probes = {
  "Query.savedViews": anything("{ savedViews { id } }"),
  "Query.viewOrder": anything("{ viewOrder { id: __typename } }"),
  "Query.messageTemplates": anything("{ messageTemplates { id } }"),
  "Mutation.saveView": permitted("own", {
    ...{ name: "Mine", address: "view=mine", filter: { mine: true }, shared: false },
  }),
  "Mutation.changeView": told("own", { id: "x", name: "Mine", address: "", filter: {}, shared: false }),
  "Mutation.deleteView": told("own", { id: "x" }),
  "Mutation.arrangeViews": told("own", { home: null, places: [] }),
  "Mutation.saveMessageTemplate": permitted("yes", {
    ...{ thread: "CUSTOMER", nameZh: "x", nameEn: "x", bodyZh: "{x}", bodyEn: "{x}" },
  }),
};
