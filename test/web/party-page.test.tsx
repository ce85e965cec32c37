import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PartyPage } from "../../web/pages/PartyPage.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const money = { __typename: "Money", minor: "8890", currency: "CNY" };

function task(number: string, open: readonly string[]) {
  return {
    __typename: "Case",
    id: `id-${number}`,
    number,
    reason: "PAID_OTHER_WAY",
    amount: money,
    merchant: { __typename: "Merchant", id: "m-1", name: "Landian Digital", nameZh: "澜点数码" },
    customer: { __typename: "Customer", id: `c-${number}`, name: "B**" },
    transaction: {
      __typename: "Transaction",
      id: `t-${number}`,
      voucherNumber: "001703",
      cardLast4: "9547",
      processedAt: "2026-11-24T04:13:30.000Z",
    },
    dispute: null,
    bindingClock: null,
    availableActions: open.map((action) => ({ __typename: "AvailableAction", action, allowed: true })),
  };
}

const notice = {
  __typename: "Notice",
  id: "n-1",
  kind: "MERCHANT_ASKED",
  text: { __typename: "NoticeText", subject: "Please verify a transaction" },
  facts: { __typename: "NoticeFacts", amount: money, state: "VERIFYING", at: "2026-11-28T14:40:42.000Z" },
  case: { __typename: "Case", id: "id-RD-26-000001", number: "RD-26-000001" },
};
const answered = {
  __typename: "NoticeDone",
  notice: { __typename: "Notice", id: "n-1", answer: "CONFIRMED", answeredAt: "2026-11-28T15:00:00.000Z", queried: [] },
};
const pageInfo = (hasNextPage: boolean) => ({
  __typename: "PageInfo",
  hasNextPage,
  endCursor: hasNextPage ? "c-1" : null,
});
const edges = (kind: string, nodes: readonly object[]) => ({
  __typename: `${kind}Connection`,
  edges: nodes.map((node) => ({ __typename: `${kind}Edge`, node })),
  pageInfo: pageInfo(false),
});

/** A desk with these cases, and more on a second page; its one notice is gone once it has been answered. */
async function visit(cases: readonly object[], notices: readonly object[] = [], later: readonly object[] = []) {
  let waiting = notices;
  const asked = answering(({ name, variables }) => {
    if (name === "PartyTasks") {
      const isFirst = variables["after"] == null;
      const page = { ...edges("Case", isFirst ? cases : later), pageInfo: pageInfo(isFirst && later.length > 0) };
      return { body: { data: { __typename: "Query", cases: page } } };
    }
    if (name !== "AnswerNotice") {
      const caseCounts = [{ __typename: "CaseCount", state: "VERIFYING", count: cases.length + later.length }];
      return { body: { data: { __typename: "Query", caseCounts, notices: edges("Notice", waiting) } } };
    }
    waiting = [];
    return { body: { data: { answerNotice: answered } } };
  });
  await show(
    <Desk>
      <PartyPage />
    </Desk>,
    "en",
    "/answers",
  );
  return asked;
}

afterEach(() => vi.restoreAllMocks());

describe("the room of a shop", () => {
  test("leads from each case straight to what is asked of it, or to the case where that is a word in its thread", async () => {
    await visit([task("RD-26-000001", ["RECORD_CHECK", "RECORD_MERCHANT_ANSWER"]), task("RD-26-000002", [])]);
    const [first, second] = await screen.findAllByRole("article");
    if (first === undefined || second === undefined) throw new Error("two cases wait");
    const press = within(first).getByRole("link", { name: "Agree or contest…" });
    expect(press.getAttribute("href")).toBe("/cases/RD-26-000001?action=RECORD_MERCHANT_ANSWER");
    expect(within(first).getByText("001703")).toBeTruthy();
    expect(within(first).getByText("ending 9547")).toBeTruthy();
    const look = within(second).getByRole("link", { name: "Open the case" });
    expect(look.getAttribute("href")).toBe("/cases/RD-26-000002");
    expect(within(second).getByText("Look at this case, and answer the desk in its thread.")).toBeTruthy();
  });

  test("counts all that waits, and shows what is beyond the first page", async () => {
    await visit([task("RD-26-000001", [])], [], [task("RD-26-000002", [])]);
    await screen.findByText("2 cases");
    expect(screen.getAllByRole("article")).toHaveLength(1);
    fireEvent.click(await screen.findByRole("button", { name: "Load more" }));
    await waitFor(() => expect(screen.getAllByRole("article")).toHaveLength(2));
  });

  test("says that nothing waits, and what happens when something does", async () => {
    await visit([]);
    await screen.findByText("No case waits for your answer");
    expect(screen.queryByRole("heading", { name: "Notices to check" })).toBeNull();
  });

  test("a notice that was confirmed leaves the page, which is asked again", async () => {
    const asked = await visit([], [notice]);
    await screen.findByRole("heading", { name: "Notices to check" });
    fireEvent.click(screen.getByRole("button", { name: "All of it is right" }));
    await waitFor(() => expect(screen.queryByRole("heading", { name: "Notices to check" })).toBeNull());
    expect(asked.filter(({ name }) => name === "PartyPage").length).toBeGreaterThanOrEqual(2);
  });
});
