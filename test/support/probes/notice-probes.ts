import { anything, oneByOne, type Probes, told } from "./probe.ts";

export const noticeProbes: Probes = {
  "Query.notices": oneByOne(
    "query ($caseId: ID!) { notices(filter: { caseId: $caseId }) { edges { node { id } } } }",
    ({ id: caseId }) => ({ caseId }),
    /"id":/,
  ),
  "Query.noticeTemplates": anything("{ noticeTemplates { id } }"),
  "Mutation.replayNotice": told("yes", { noticeId: "x" }),
  "Mutation.answerNotice": told("own", { noticeId: "x", answer: "CONFIRMED" }),
  "Mutation.previewNoticeTemplate": told("yes", {
    ...{ kind: "CASE_LINK", locale: "EN", text: { subject: "x", body: "x" } },
  }),
  "Mutation.saveNoticeTemplate": told("yes", { kind: "CASE_LINK", locale: "EN", expectedVersion: 1 }),
};
