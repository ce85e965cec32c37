import { act, configure, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ShellCommand } from "../../web/shell/palette/command.ts";
import { Palette } from "../../web/shell/palette/Palette.tsx";
import { usePageCommands } from "../../web/shell/palette/page-commands.ts";
import { recentCases, rememberCase } from "../../web/shell/palette/recent-cases.ts";
import { type Float, ShellKeys } from "../../web/shell/ShellKeys.tsx";
import { useShellCommands } from "../../web/shell/use-shell-commands.ts";
import type { Viewer } from "../../web/shell/viewer.ts";
import { useShortcuts } from "../../web/ui/shortcuts/use-shortcuts.ts";
import { type Asked, agent, answering, Desk } from "./desk-support.tsx";
import { Address, show } from "./support.tsx";

const shop = { __typename: "Merchant", id: "m", name: "Cloudberry Bakery", nameZh: "云莓烘焙" };
const money = { __typename: "Money", minor: "129900", currency: "CNY" };
const aCase = (number: string, name: string) => ({
  ...{ __typename: "Case", id: number, number, state: "VERIFYING", outcome: null, amount: money, merchant: shop },
  customer: { __typename: "Customer", id: `of ${number}`, name },
});
const hits = [
  {
    ...{ __typename: "SearchHit", matchedBy: "PHONE", matchedText: "•••• 8000", transaction: null },
    case: aCase("RD-26-000001", "王小明"),
  },
  {
    ...{ __typename: "SearchHit", matchedBy: "VOUCHER_NUMBER", matchedText: "008000", case: null },
    transaction: {
      ...{ __typename: "Transaction", id: "sale", voucherNumber: "008000", cardLast4: "6621", captured: money },
      merchant: shop,
    },
  },
];
const offers = [
  { action: "APPROVE_REFUND", allowed: true, reasons: [] },
  {
    action: "ESCALATE_TO_BANK",
    allowed: false,
    reasons: [{ code: "MERCHANT_STILL_HAS_TIME", message: "The shop still has time to answer." }],
  },
  { action: "REOPEN", allowed: false, reasons: [{ code: "NOT_PERMITTED", message: "Supervisors may do this." }] },
].map((offer) => ({
  ...{ __typename: "AvailableAction", ...offer },
  reasons: offer.reasons.map((reason) => ({ __typename: "Refusal", ...reason })),
}));

let asked: Asked[] = [];
let offered: readonly object[] = offers;
beforeEach(() => {
  offered = offers;
  // jsdom lays nothing out, so nothing can be scrolled into sight.
  Element.prototype.scrollIntoView = () => undefined;
  asked = answering(({ name, variables }) => {
    const number = String(variables["number"]);
    if (name === "PaletteSearch")
      return { body: { data: { __typename: "Query", search: variables["text"] === "8000" ? hits : [] } } };
    if (name === "PaletteViews") {
      const view = { __typename: "SavedView", id: "v", name: "The big ones", address: "view=team&over=5000" };
      return { body: { data: { __typename: "Query", savedViews: [view] } } };
    }
    if (name === "PaletteActions")
      return {
        body: { data: { __typename: "Query", case: { __typename: "Case", id: number, availableActions: offered } } },
      };
    return { body: { data: { __typename: "Query", case: aCase(number, "Emma Clarke") } } };
  });
});
// A busy machine is no failure.
configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const command = (run = vi.fn()): ShellCommand => ({
  name: "Switch to dark",
  also: () => "theme, night",
  icon: "moon",
  run,
});

async function open(at = "/queue", onClose = vi.fn(), commands = [command()], viewer = agent) {
  await show(
    <Desk viewer={viewer}>
      <Palette commands={commands} onClose={onClose} />
      <Address />
    </Desk>,
    "en",
    at,
  );
  return screen.getByRole("combobox");
}
/** A page with a shortcut of its own, and the keys of the shell. */
function Page({ onClose }: { readonly onClose: () => void }) {
  const [float, setFloat] = useState<Float | null>(null);
  useShortcuts({ title: "Page", layer: "page", shortcuts: [{ keys: "e", label: "Close", run: onClose }] });
  return <ShellKeys float={float} onFloat={setFloat} />;
}
function Opened({ onClose }: { readonly onClose: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <Palette commands={[]} onClose={onClose} />
  ) : (
    <button type="button" onClick={() => setOpen(true)}>
      Open
    </button>
  );
}
const press = (key: string) => fireEvent.keyDown(screen.getByRole("combobox"), { key });
const type = (value: string) => fireEvent.change(screen.getByRole("combobox"), { target: { value } });
const address = () => screen.getByTestId("address").textContent;

describe("the palette", () => {
  test("has the cursor in its box", async () => {
    const box = await open();
    expect(document.activeElement).toBe(box);
  });

  test("takes what is typed before it is there, which is then no shortcut of the page", async () => {
    const onClose = vi.fn();
    await show(
      <Desk viewer={agent}>
        <Page onClose={onClose} />
      </Desk>,
      "en",
      "/queue",
    );
    for (const key of ["/", "R", "e", "x", "Backspace"]) fireEvent.keyDown(document.body, { key });
    expect(screen.queryByRole("combobox")).toBeNull();
    expect((await screen.findByRole<HTMLInputElement>("combobox")).value).toBe("Re");
    expect(onClose).not.toHaveBeenCalled();
  });

  test("finds while one types, says by what, and goes there by Enter", async () => {
    const onClose = vi.fn();
    await open("/queue", onClose);
    type("80");
    type("8000");
    await screen.findByText("王小明");
    expect(screen.getByText("Phone •••• 8000")).toBeTruthy();
    expect(screen.getByText("Voucher 008000")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("2 results");
    expect(asked.filter(({ name }) => name === "PaletteSearch").map(({ variables }) => variables)).toEqual([
      { text: "8000" },
    ]);
    press("Home");
    press("Enter");
    expect(address()).toBe("/cases/RD-26-000001");
    expect(onClose).toHaveBeenCalled();
  });

  test("opens nothing that was found for an earlier text, and what is found for this one by Enter alone", async () => {
    await open();
    type("8000");
    await screen.findByText("王小明");
    type("80001");
    expect(screen.getByText("王小明")).toBeTruthy();
    press("Home");
    press("Enter");
    fireEvent.click(screen.getByText("王小明"));
    expect(address()).toBe("/queue");
    type("8000");
    await screen.findByText("2 results");
    press("Enter");
    expect(address()).toBe("/cases/RD-26-000001");
  });

  test("finds what can be done by the words of either language", async () => {
    await open("/cases/RD-26-000007");
    await screen.findByText("Actions on RD-26-000007");
    type("批准退款");
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Approve refund"]);
    type("审计");
    expect(screen.queryByRole("option", { name: /Approve refund/ })).toBeNull();
  });

  test("says what it takes where nothing is found", async () => {
    await open();
    type("王");
    await screen.findByText(/No case and no payment is found for “王”/);
  });

  test("names to nobody what they cannot find: a trainer's box is for pages and commands, and asks nothing", async () => {
    const trainer: Viewer = { ...agent, role: "TRAINER", permissions: ["TRAINING_READ", "TRAINING_MANAGE"] };
    const box = await open("/training", vi.fn(), [command()], trainer);
    expect(box.getAttribute("placeholder")).toBe("A page or a command");
    vi.useFakeTimers();
    type("8000");
    expect(screen.getByText("No page and no command is called “8000”.")).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(200));
    type("dark");
    expect(screen.getByRole("option", { name: /Switch to dark/ })).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(asked.filter(({ name }) => name === "PaletteSearch")).toEqual([]);
  });

  test.each([
    [["CASE_READ", "TRANSACTION_READ"], "Case, voucher, RRN, last four, name, phone, or a command"],
    [["TRANSACTION_READ"], "Voucher, RRN, last four, shop, or a command"],
  ] as const)("says what %j find", async (permissions, placeholder) => {
    const box = await open("/queue", vi.fn(), [command()], { ...agent, permissions: [...permissions] });
    expect(box.getAttribute("placeholder")).toBe(placeholder);
  });

  test("offers what the open case allows, and says why something is shut", async () => {
    await open("/cases/RD-26-000007");
    await screen.findByText("Actions on RD-26-000007");
    const shut = screen.getByRole("option", { name: /Escalate to bank/ });
    expect(shut.textContent).toContain("Not now: The shop still has time to answer.");
    press("Home");
    press("ArrowDown");
    expect(shut.getAttribute("aria-selected")).toBe("true");
    press("Enter");
    expect(address()).toBe("/cases/RD-26-000007");
    expect(screen.queryByText("Reopen")).toBeNull();
    type("approve");
    await waitFor(() => expect(screen.queryByRole("option", { name: /Escalate/ })).toBeNull());
    press("Home");
    press("Enter");
    expect(address()).toBe("/cases/RD-26-000007?action=APPROVE_REFUND");
  });

  test("puts an action that is called so before one that is only looked for by it, also where it is shut", async () => {
    const shut = { reasons: [{ __typename: "Refusal", code: "CHECKS_OPEN", message: "A check is open." }] };
    offered = [
      { __typename: "AvailableAction", action: "DECLINE_REQUEST", allowed: true, reasons: [] },
      { __typename: "AvailableAction", action: "APPROVE_REFUND", allowed: false, ...shut },
    ];
    await open("/cases/RD-26-000007");
    await screen.findByText("Actions on RD-26-000007");
    type("refu");
    await waitFor(() => expect(screen.queryByRole("option", { name: /Switch/ })).toBeNull());
    const names = screen.getAllByRole("option").map(({ textContent }) => textContent?.split("Not now")[0]);
    expect(names.slice(0, 2)).toEqual(["Approve refund", "Decline"]);
  });

  test("does with the cases that are ticked what the bar under the list does, before all else", async () => {
    const [onClose, run] = [vi.fn(), vi.fn()];
    function Ticked() {
      usePageCommands({ title: "3 selected", commands: [{ name: "Assign 3 cases", icon: "arrow", run }] });
      return null;
    }
    await show(
      <Desk viewer={{ ...agent, permissions: ["CASE_NOTE", "CASE_READ"] }}>
        <Ticked />
        <Opened onClose={onClose} />
      </Desk>,
    );
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Open" })));
    expect(screen.getByText("3 selected")).toBeTruthy();
    type("assign");
    press("Home");
    press("Enter");
    expect([onClose.mock.calls.length, run.mock.calls.length]).toEqual([1, 1]);
  });

  test("says how to come to a case where its action is typed and none is open or ticked", async () => {
    await open("/queue", vi.fn(), [command()], { ...agent, permissions: ["CASE_NOTE", "CASE_READ"] });
    type("approve");
    expect(screen.getByText("“Approve refund” is done on a case: open one, or tick some in the queue.")).toBeTruthy();
    type("8000");
    expect(screen.queryByText(/is done on a case/)).toBeNull();
  });

  test("finds an action by what other desks call it", async () => {
    await open("/cases/RD-26-000007");
    await screen.findByText("Actions on RD-26-000007");
    type("chargeback");
    await waitFor(() => expect(screen.queryByRole("option", { name: /Approve refund/ })).toBeNull());
    expect(screen.getByRole("option", { name: /Escalate to bank/ })).toBeTruthy();
  });

  test("offers the same for the case that is chosen beside the queue", async () => {
    await open("/queue?view=mine&case=RD-26-000007");
    await screen.findByText("Actions on RD-26-000007");
    type("approve");
    press("Home");
    press("Enter");
    expect(address()).toBe("/cases/RD-26-000007?action=APPROVE_REFUND");
  });

  test("goes to the queue's views, built in and saved, where there is a queue", async () => {
    await open("/account", undefined, [], { ...agent, permissions: ["CASE_NOTE", "CASE_WORK"] });
    type("big ones");
    await screen.findByText("The big ones");
    press("Home");
    press("Enter");
    expect(address()).toBe("/queue?view=team&over=5000");
  });

  test("the shell goes to a new case, to exports and to one's account, as far as one may", async () => {
    const names = async (permissions: Viewer["permissions"]) => {
      let found: readonly ShellCommand[] = [];
      const Ask = () => {
        found = useShellCommands({ openShortcuts: () => undefined, onNotLeft: () => undefined });
        return null;
      };
      const { unmount } = await show(
        <Desk viewer={{ ...agent, permissions }}>
          <Ask />
        </Desk>,
      );
      unmount();
      return found.map(({ name }) => name);
    };
    expect(await names(["CASE_OPEN", "EXPORT_RUN"])).toEqual(
      expect.arrayContaining(["New case", "Exported files", "My account"]),
    );
    expect(await names([])).not.toContain("New case");
  });

  test("leads back to the cases that were open lately, without the one that is open", async () => {
    rememberCase("U3RhZmY6MQ", "RD-26-000003");
    rememberCase("U3RhZmY6MQ", "RD-26-000007");
    await open("/cases/RD-26-000007");
    await screen.findByText("RD-26-000003");
    expect(screen.queryByText("RD-26-000007")).toBeNull();
  });

  test("goes to rooms and runs the shell's commands", async () => {
    const run = vi.fn();
    await open("/queue", undefined, [command(run)]);
    expect(screen.getByRole("option", { name: /Transactions/ })).toBeTruthy();
    expect(screen.queryByRole("option", { name: /Import/ })).toBeNull();
    type("dark");
    press("Home");
    press("Enter");
    expect(run).toHaveBeenCalledOnce();
    type("night");
    expect(screen.getByRole("option", { name: "Switch to dark" })).toBeTruthy();
  });

  test("keeps numbers of the last cases and nothing else", () => {
    for (let n = 1; n <= 9; n++) rememberCase("x", `RD-26-00000${n}`);
    rememberCase("x", "RD-26-000008");
    expect(recentCases("x")).toEqual(["8", "9", "7", "6", "5", "4"].map((n) => `RD-26-00000${n}`));
    expect(recentCases("y")).toEqual([]);
  });
});
