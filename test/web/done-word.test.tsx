import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { CaseAction, CaseState } from "../../web/graphql/words.ts";
import { DoneWord } from "../../web/pages/case-actions/DoneWord.tsx";
import { show } from "./support.tsx";

async function said(action: CaseAction, state: CaseState, isParty = false): Promise<string | null> {
  const drawn = await show(<DoneWord {...{ action, state, isParty }} />);
  const words = screen.getByRole("status").textContent;
  drawn.unmount();
  return words;
}

test("a refund that others must grant is not called done, and no money is said to have gone", async () => {
  expect(await said("APPROVE_REFUND", "AWAITING_APPROVAL")).toMatch(/^Submitted for approval\. No money leaves/);
  expect(await said("GRANT_APPROVAL", "AWAITING_APPROVAL")).toMatch(/somebody else must as well/);
});

test("what is done is called done, and what a shop did is told in its own words", async () => {
  expect(await said("APPROVE_REFUND", "REFUNDING")).toBe("Done: Approve refund");
  expect(await said("RECORD_MERCHANT_ANSWER", "VERIFYING", true)).toBe("Your answer is with the desk.");
});
