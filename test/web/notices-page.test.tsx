import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { MailboxPage } from "../../web/pages/MailboxPage.tsx";
import { NoticesPage } from "../../web/pages/NoticesPage.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

afterEach(() => void vi.restoreAllMocks());

const page = (id: string, hasNextPage: boolean) => ({
  notices: {
    edges: [{ cursor: id, node: { id, channel: "EMAIL", to: `${id}@example.com` } }],
    pageInfo: { hasNextPage, endCursor: id },
  },
});

test.each([
  ["the log", <NoticesPage key="log" />],
  ["the mailbox", <MailboxPage key="mailbox" />],
])("what is read further down in %s stands below what was there", async (_which, element) => {
  wholeDesk(({ variables }) => (variables["after"] == null ? page("first", true) : page("second", false)));
  await show(<Desk>{element}</Desk>);
  await act(async () => void fireEvent.click(await screen.findByRole("button", { name: "Load more" })));
  expect(await screen.findByText(/second@example.com/)).toBeTruthy();
  expect(screen.getByText(/first@example.com/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Load more" })).toBeNull();
});
