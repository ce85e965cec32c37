import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { AccessPage } from "../../web/pages/audit/AccessPage.tsx";
import { DisputeBoard } from "../../web/pages/lists/DisputeBoard.tsx";
import { RefundsPage } from "../../web/pages/RefundsPage.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const pageInfo = { hasNextPage: true, endCursor: "1" };

test.each([
  [
    "a list",
    <RefundsPage key="list" />,
    { refunds: { edges: [{ node: { id: "1", case: { number: "RD-1" } } }], pageInfo } },
    "Show more",
  ],
  [
    "a log",
    <AccessPage key="log" />,
    { accessLog: { edges: [{ node: { id: "1", caseNumber: "RD-1" } }], pageInfo } },
    "Load more",
  ],
])("%s whose next rows cannot be read says so below those that were, and asks again", async (_, page, found, more) => {
  let isUp = true;
  wholeDesk(() => (isUp ? found : null));
  await show(<Desk>{page}</Desk>);
  await screen.findByText("RD-1");
  isUp = false;
  fireEvent.click(screen.getByRole("button", { name: more }));
  await screen.findByText("The server cannot be reached");
  expect(screen.getByText("RD-1")).toBeDefined();
  isUp = true;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByText("The server cannot be reached")).toBeNull());
});

test("a column of the board that cannot be read does not load for ever", async () => {
  wholeDesk(() => null);
  await show(
    <Desk>
      <DisputeBoard filters={null} networks={{}} />
    </Desk>,
  );
  expect(await screen.findAllByText("The server cannot be reached")).toHaveLength(5);
  expect(screen.queryByRole("status", { name: "Loading" })).toBeNull();
});
