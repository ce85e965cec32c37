import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { MentionsPage } from "../../web/pages/MentionsPage.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const mention = (number: string) => ({ case: { id: number, number }, event: { id: `e-${number}`, sequence: 3 } });

test("mentions are read on to the oldest", async () => {
  wholeDesk(({ variables: { after } }) => ({
    mentions:
      after == null
        ? { edges: [{ node: mention("RD-26-000002") }], pageInfo: { hasNextPage: true, endCursor: "m-1" } }
        : { edges: [{ node: mention("RD-26-000001") }] },
  }));
  await show(
    <Desk>
      <MentionsPage />
    </Desk>,
    "en",
    "/mentions?show=all",
  );
  const links = () => screen.getAllByRole("link").map((link) => link.getAttribute("href"));
  await waitFor(() => expect(links()).toEqual(["/cases/RD-26-000002#e-3"]));
  fireEvent.click(screen.getByRole("button", { name: "Load more" }));
  await waitFor(() => expect(links()).toEqual(["/cases/RD-26-000002#e-3", "/cases/RD-26-000001#e-3"]));
});
