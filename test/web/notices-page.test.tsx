import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { MailboxPage } from "../../web/pages/MailboxPage.tsx";
import { NoticesPage } from "../../web/pages/NoticesPage.tsx";
import { agent, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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

test("a notice that is sent again says what became of it, without a look from outside", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["setInterval", "clearInterval"] });
  let state = "DEAD";
  const notice = () => ({ __typename: "Notice", id: "n1", channel: "EMAIL", to: "shop@example.com", state });
  const { asked } = wholeDesk(({ name }) => {
    if (name === "ReplayNotice") {
      state = "WAITING";
      return { replayNotice: { __typename: "NoticeDone", notice: notice() } };
    }
    if (name === "NoticeFollowed") return { node: notice() };
    return { notices: { edges: [{ node: notice() }] } };
  });
  await show(
    <Desk viewer={{ ...agent, permissions: ["NOTICE_READ", "NOTICE_REPLAY"] }}>
      <NoticesPage />
    </Desk>,
  );
  const press = (name: string) =>
    act(async () => void fireEvent.click(await screen.findByRole("button", { name, hidden: true })));
  await press("Send again");
  await press("Send now");
  await screen.findByText("Waiting", { selector: "summary *" });
  state = "DELIVERED";
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(await screen.findByText("Delivered", { selector: "summary *" })).toBeTruthy();
  const looks = asked.length;
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(asked).toHaveLength(looks);
});
