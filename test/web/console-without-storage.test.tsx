import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useKeptScroll } from "../../web/desk/use-kept-scroll.ts";
import { useKeptHome, useQueueHome } from "../../web/pages/queue/queue-home.ts";
import { FoldSwitch } from "../../web/shell/FoldSwitch.tsx";
import { recentCases, rememberCase } from "../../web/shell/palette/recent-cases.ts";
import { useRailFold } from "../../web/shell/rail-fold.ts";
import { leave } from "../../web/shell/sign-in.ts";
import { keepOnlyDraftsOf } from "../../web/ui/drafts/draft-store.ts";
import { textDraft, useDraft } from "../../web/ui/drafts/use-draft.ts";
import { keepListAddress, keepListNumbers, keepListTotal, readListPlace } from "../../web/ui/list-place.ts";
import { areSingleKeysOn, switchSingleKeys } from "../../web/ui/shortcuts/shortcut-table.ts";
import { show } from "./support.tsx";
import { withoutStorage } from "./without-storage.ts";

withoutStorage();

/** What of the console asks the browser to keep something, in one page. */
function Page() {
  const folded = useRailFold("/queue");
  const home = useQueueHome("li", "action", true);
  useKeptHome(home, "view=mine", false);
  const draft = useDraft("case.1.note", textDraft);
  useKeptScroll({ current: document.body }, "queue", true);
  return (
    <>
      <FoldSwitch folded={folded} />
      <p data-testid="seen">{`${home.read(new URLSearchParams()).view} ${folded ? "folded" : "open"}`}</p>
      <textarea aria-label="note" value={draft.value} onChange={({ target }) => draft.change(target.value)} />
    </>
  );
}

const seen = () => screen.getByTestId("seen").textContent;

test("the console stands where the browser keeps nothing, and keeps what was chosen and typed while it is open", async () => {
  keepOnlyDraftsOf("nobody");
  const first = await show(<Page />);
  expect(seen()).toBe("mine open");
  fireEvent.click(screen.getByRole("button"));
  fireEvent.change(screen.getByLabelText("note"), { target: { value: "Called the shop" } });
  first.unmount();
  await show(<Page />);
  expect(seen()).toBe("mine folded");
  expect(screen.getByLabelText("note")).toHaveProperty("value", "Called the shop");
  fireEvent.click(screen.getByRole("button"));
});

test("the way back to a list, the cases opened last and the switch of the shortcuts live as long as the page", () => {
  expect(readListPlace()).toEqual({ address: "/", numbers: [], total: null });
  keepListAddress("/queue?view=team");
  keepListNumbers(["RD-26-000001"]);
  keepListTotal(7);
  expect(readListPlace()).toEqual({ address: "/queue?view=team", numbers: ["RD-26-000001"], total: 7 });
  rememberCase("li", "RD-26-000001");
  expect(recentCases("li")).toEqual(["RD-26-000001"]);
  switchSingleKeys(false);
  expect(areSingleKeysOn()).toBe(false);
  switchSingleKeys(true);
  expect(areSingleKeysOn()).toBe(true);
});

test("whoever signs out leaves nothing of theirs in the page", async () => {
  vi.spyOn(globalThis, "fetch").mockResolvedValue(Response.json({}));
  rememberCase("li", "RD-26-000001");
  keepListAddress("/queue?view=team");
  await leave();
  expect(recentCases("li")).toEqual([]);
  expect(readListPlace().address).toBe("/");
});
