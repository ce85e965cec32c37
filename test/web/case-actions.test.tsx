import { fireEvent, screen, within } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { describe, expect, test, vi } from "vitest";
import { CaseActions, CaseActionsFragment } from "../../web/cases/CaseActions.tsx";
import { DecisionTraceFragment } from "../../web/cases/DecisionTrace.tsx";
import { DecisionVerdictFragment } from "../../web/cases/DecisionVerdict.tsx";
import { OutcomeNotice } from "../../web/pages/case-actions/OutcomeNotice.tsx";
import { Address, show } from "./support.tsx";

const yuan = (minor: string) => ({ minor, currency: "CNY" });

const verdict: Omit<ResultOf<typeof DecisionVerdictFragment>, "outcome"> = {
  rowNumber: 3,
  policyVersion: { id: "v1", name: "v7.1", title: "Refunds of hotel stays" },
};
const trace: ResultOf<typeof DecisionTraceFragment> = {
  straightThrough: false,
  policyChoice: "The policy for all merchants (v1) decides: no narrower one is in force.",
  replaysTheSame: true,
  because: "The shop confirmed it.",
  facts: ["The shop confirmed"],
  trace: [
    { rowNumber: 1, hit: false, text: "Row 1 does not fit: the amount is above 500.00." },
    { rowNumber: 3, hit: true, text: "Row 3 fits." },
  ],
};

/** No matter of training. */
const plain = { course: null, colleagues: [] };

const offers: ResultOf<typeof CaseActionsFragment>["availableActions"] = [
  { action: "REQUEST_INFORMATION", allowed: true, reasons: [] },
  { action: "DECLINE_REQUEST", allowed: true, reasons: [] },
  { action: "APPROVE_REFUND", allowed: true, reasons: [] },
  {
    action: "ESCALATE_TO_BANK",
    allowed: false,
    reasons: [
      { ...plain, code: "MERCHANT_STILL_HAS_TIME", message: "The shop still has time to answer." },
      { ...plain, code: "NO_TRANSACTION", message: "The payment has not been found." },
    ],
  },
  {
    action: "REOPEN",
    allowed: false,
    reasons: [{ ...plain, code: "NOT_PERMITTED", message: "Supervisors may do this." }],
  },
  { action: "ADD_NOTE", allowed: true, reasons: [] },
];

type Data = ResultOf<typeof CaseActionsFragment>;

const proposes: Data["ownWord"] = {
  action: "APPROVE_REFUND",
  text: "You propose, a supervisor grants: above your limit of CNY 1,000.00.",
};

function aCase(
  outcome: "APPROVE" | "REVIEW" = "APPROVE",
  ownWord: Data["ownWord"] = null,
  availableActions: Data["availableActions"] = [...offers],
) {
  const said = { ...verdict, ...trace, outcome };
  const data: Data = {
    amount: yuan("246000"),
    proposed: null,
    ownWord,
    availableActions,
    decision: { ...maskFragments([DecisionVerdictFragment, DecisionTraceFragment], said), id: "d1", outcome },
  };
  return maskFragments([CaseActionsFragment], data);
}

describe("what a case offers", () => {
  test("that the policy's reasons are open stands in the address, and what else stands there stays", async () => {
    await show(
      <>
        <CaseActions case={aCase()} onChoose={() => undefined} />
        <Address />
      </>,
      "en",
      "/cases/RD-26-000007?why=policy&view=money",
    );
    const address = () => screen.getByTestId("address").textContent;
    const why = screen.getByRole("button", { name: "Why?" });
    expect(why.getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(why);
    expect(address()).toBe("/cases/RD-26-000007?view=money");
    expect(why.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(why);
    expect(address()).toBe("/cases/RD-26-000007?view=money&why=policy");
  });

  test("what the policy says is first, filled, and names its amount", async () => {
    await show(<CaseActions case={aCase()} onChoose={() => undefined} />);
    const [first] = screen.getAllByRole("button").filter(({ textContent }) => textContent !== "Why?");
    expect(first?.textContent).toBe("Approve refund CNY\u00a02,460.00");
    expect(screen.getAllByRole("button").filter(({ className }) => className.includes("primary"))).toHaveLength(1);
  });

  test("whether one decides or proposes is said under the button, and read with it", async () => {
    await show(<CaseActions case={aCase("APPROVE", proposes)} onChoose={() => undefined} />);
    const button = screen.getByRole("button", { name: /^Approve refund/ });
    const said = screen.getByText(/^You propose, a supervisor grants/);
    expect(button.getAttribute("aria-describedby")).toBe(said.id);
    expect(button.nextElementSibling).toBe(said);
  });

  test("where the policy leaves it to a person, it says which of the buttons it speaks of", async () => {
    await show(<CaseActions case={aCase("REVIEW", proposes)} onChoose={() => undefined} />);
    expect(screen.getByText(/^Approve refund: You propose, a supervisor grants/)).toBeTruthy();
  });

  test("nothing is filled where the policy leaves it to a person", async () => {
    await show(<CaseActions case={aCase("REVIEW")} onChoose={() => undefined} />);
    expect(screen.getAllByRole("button").filter(({ className }) => className.includes("primary"))).toHaveLength(0);
  });

  test("a shut action stays in sight with every reason, and cannot be pressed", async () => {
    await show(<CaseActions case={aCase()} onChoose={() => undefined} />);
    expect(screen.getByText("Escalate to bank")).toBeTruthy();
    expect(screen.getByText("The shop still has time to answer.")).toBeTruthy();
    expect(screen.getByText("The payment has not been found.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Escalate/ })).toBeNull();
  });

  test("what is shut for the same reasons says them once", async () => {
    const waits = {
      ...plain,
      code: "REFUND_IN_FLIGHT" as const,
      message: "A refund waits for another person to agree.",
    };
    const shut: Data["availableActions"] = (["RETRY_REFUND", "ESCALATE_TO_BANK", "WITHDRAW"] as const).map(
      (action) => ({
        ...{ action, allowed: false, reasons: [waits] },
      }),
    );
    const other = { ...waits, message: "It is not closed." };
    const found = aCase("APPROVE", null, [...shut, { action: "REOPEN", allowed: false, reasons: [other] }]);
    await show(<CaseActions case={found} onChoose={() => undefined} />);
    const said = screen.getByText("A refund waits for another person to agree.").parentElement;
    if (said === null) throw new Error("Said nowhere");
    expect(
      within(said)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual(["Try the refund again", "Escalate to bank", "Withdraw the request"]);
    expect(within(said).queryByText("It is not closed.")).toBeNull();
  });

  test("what only others may do is told apart, and says why", async () => {
    await show(<CaseActions case={aCase()} onChoose={() => undefined} />);
    const others = screen.getByText("1 thing that others may do").closest("details");
    if (others === null) throw new Error("Not folded");
    expect(within(others).getByText("Supervisors may do this.")).toBeTruthy();
  });

  test("notes and messages are the composer's, not buttons of the list", async () => {
    await show(<CaseActions case={aCase()} onChoose={() => undefined} />);
    expect(screen.queryByRole("button", { name: /note/i })).toBeNull();
  });

  test("a press chooses the action", async () => {
    const choose = vi.fn();
    await show(<CaseActions case={aCase()} onChoose={choose} />, "zh-CN");
    fireEvent.click(screen.getByRole("button", { name: "拒绝…" }));
    expect(choose).toHaveBeenCalledWith("DECLINE_REQUEST");
  });

  test("the policy's word opens to its trace, with the row that decided", async () => {
    await show(<CaseActions case={aCase()} onChoose={() => undefined} />);
    expect(screen.getByText(/^Refunds of hotel stays v7\.1, row 3: approve/)).toBeTruthy();
    expect(screen.queryByText("The shop confirmed it.")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Why?" }));
    expect(screen.getByText("The shop confirmed it.")).toBeTruthy();
    expect(screen.getByText("Row 3 fits.", { exact: false }).textContent).toContain("decides");
  });
});

test("a refusal at the moment of the press shows the way to the course, and who could do it meanwhile", async () => {
  const reason = {
    code: "TRAINING_MISSING" as const,
    message: "Your record has lapsed.",
    course: { id: "k-1", code: "bank-disputes", title: "Disputes at the bank" },
    colleagues: [{ id: "s-9", name: "Emma Clarke" }],
  };
  await show(<OutcomeNotice trouble={{ __typename: "ActionRefused", message: "No.", reasons: [reason] }} />);
  expect(screen.getByText("Your record has lapsed.")).toBeTruthy();
  expect(screen.getByRole("link", { name: /Disputes at the bank/ })).toHaveProperty("pathname", "/learn/bank-disputes");
  expect(screen.getByText(/Emma Clarke/)).toBeTruthy();
});

test("that the payment is known is no news: attaching one is shown where it is open, or shut for another reason", async () => {
  const offer = (code: "PAYMENT_KNOWN" | "OWN_CASE"): Data["availableActions"] => [
    { action: "ATTACH_PAYMENT", allowed: false, reasons: [{ ...plain, code, message: "Why." }] },
  ];
  const data = (availableActions: Data["availableActions"]) =>
    maskFragments([CaseActionsFragment], {
      ...{ amount: yuan("5000"), proposed: null, ownWord: null, decision: null },
      availableActions,
    });
  const nothing = () => undefined;
  const known = await show(<CaseActions case={data(offer("PAYMENT_KNOWN"))} onChoose={nothing} />);
  expect(screen.queryByText("Attach the payment")).toBeNull();
  known.unmount();
  await show(<CaseActions case={data(offer("OWN_CASE"))} onChoose={nothing} />);
  expect(screen.getByText("Attach the payment")).toBeTruthy();
});
