import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { LastEvent, LastEventFragment } from "../../web/cases/LastEvent.tsx";
import { show } from "./support.tsx";

type Facts = ResultOf<typeof LastEventFragment>;
const taken: Facts = {
  ...{ kind: "ASSIGN", at: "2026-10-09T08:00:00.000Z", actorRole: "SUPPORT_AGENT", messages: [] },
  ...{ actor: { id: "s1", name: "Li Na" }, facts: [{ name: "assignee", value: "Li Na" }] },
};
async function line(change: Partial<Facts>, language: "en" | "zh-CN" = "en") {
  const event = maskFragments([LastEventFragment], { ...taken, ...change });
  const { container } = await show(<LastEvent event={event} customer="Wang Xiaoming" />, language);
  return container.querySelector("[title]")?.textContent;
}

const handedOn = [
  { name: "fromAssignee", value: "Li Na" },
  { name: "assignee", value: "Emma Clarke" },
];

test.each([
  ["somebody who took a case", {}, "Li Na took the case"],
  [
    "the desk, which moved it",
    { actorRole: "SYSTEM", actor: null, facts: handedOn },
    "Li Na can no longer work the case; it went to Emma Clarke",
  ],
  ["the customer", { kind: "OPEN", actorRole: "CUSTOMER", actor: null, facts: [] }, "Customer asked for a refund"],
  ["whoever wrote", { kind: "SEND_MESSAGE", messages: [{ id: "m", body: "On its way" }] }, "“On its way”"],
] as const)("a row tells of %s in the words of the case's story", async (_, change, words) => {
  expect(await line(change as Partial<Facts>)).toBe(words);
});
