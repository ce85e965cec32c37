import { fireEvent } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { CaseAction } from "../../web/graphql/words.ts";
import { useCaseKeys } from "../../web/pages/case-actions/use-case-keys.ts";
import { shortcutGroups } from "../../web/ui/shortcuts/shortcut-table.ts";
import { show } from "./support.tsx";

const press = (key: string) => fireEvent.keyDown(document.body, { key });

function Keys({ offers, choose }: { readonly offers: Offers; readonly choose: (action: CaseAction) => void }) {
  useCaseKeys(offers, choose);
  return null;
}
type Offers = readonly { readonly action: CaseAction; readonly allowed: boolean }[];

test("a case is worked by the queue's letters, each for what may be done on it now", async () => {
  const choose = vi.fn();
  const open = ["ADD_NOTE", "ASSIGN", "REQUEST_INFORMATION", "SNOOZE"] as const;
  const offers = [...open.map((action) => ({ action, allowed: true })), { action: "CLOSE", allowed: false } as const];
  await show(<Keys offers={offers} choose={choose} />);
  for (const key of ["n", "a", "i", "s", "e"]) press(key);
  expect(choose.mock.calls.flat()).toEqual(open);
});

test("what somebody may never do has no key, and stands in no sheet", async () => {
  const choose = vi.fn();
  await show(<Keys offers={[{ action: "ADD_NOTE", allowed: true }]} choose={choose} />);
  press("a");
  expect(choose).not.toHaveBeenCalled();
  expect(shortcutGroups().flatMap(({ shortcuts }) => shortcuts.map(({ label }) => label))).toEqual(["Add a note"]);
});
