import { fireEvent, screen, waitFor } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import { AccessPage } from "../../web/pages/audit/AccessPage.tsx";
import { CasePage } from "../../web/pages/CasePage.tsx";
import { ExportsPage } from "../../web/pages/ExportsPage.tsx";
import { DisputeBoard } from "../../web/pages/lists/DisputeBoard.tsx";
import { PoliciesPage } from "../../web/pages/PoliciesPage.tsx";
import { RefundsPage } from "../../web/pages/RefundsPage.tsx";
import { TemplatesPage } from "../../web/pages/TemplatesPage.tsx";
import { Shell } from "../../web/shell/Shell.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { Broken, wholeDesk } from "./whole-desk.ts";

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

test.each([
  ["a list", <RefundsPage key="list" />, "refunds"],
  ["a page of templates", <TemplatesPage key="templates" />, "messageTemplates"],
  ["a page of exports", <ExportsPage key="exports" />, "exports"],
  ["a case", <CasePage key="case" />, "case"],
  ["a policy", <PoliciesPage key="policy" />, "policy"],
  ["who is signed in", <Shell key="shell" />, "viewer"],
])("%s that the server fails to read is neither still loading nor not there", async (_, page, field) => {
  let isBroken = true;
  const { asked } = wholeDesk(() => (isBroken ? { [field]: new Broken("No.") } : {}));
  await show(
    <Desk>
      <Routes>
        <Route path="/" element={page} />
      </Routes>
    </Desk>,
  );
  await screen.findByText("The server failed");
  expect(screen.getByText(/ref-1/)).toBeDefined();
  isBroken = false;
  const before = asked.length;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(asked.length).toBeGreaterThan(before));
  await waitFor(() => expect(screen.queryByText("The server failed")).toBeNull());
});

test.each([
  ["/", "Nobody has viewed personal data yet"],
  ["/?kind=evidence", "Nothing like that was viewed"],
])("an access log that is empty at %s says so: %s", async (at, said) => {
  wholeDesk(() => ({ accessLog: { pageInfo: { hasNextPage: false } } }));
  await show(
    <Desk>
      <AccessPage />
    </Desk>,
    "en",
    at,
  );
  await screen.findByText(said);
});
