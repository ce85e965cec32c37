import { screen } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { describe, expect, test } from "vitest";
import { RoomDoor } from "../../web/pages/RoomDoor.tsx";
import { WordingsPage } from "../../web/pages/WordingsPage.tsx";
import type { Viewer } from "../../web/shell/viewer.ts";
import { agent, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const at = (path: string, permissions: Viewer["permissions"]) =>
  show(
    <Desk viewer={{ ...agent, permissions }}>
      <Routes>
        <Route element={<RoomDoor />}>
          <Route path="*" element={<p>The mailbox is empty</p>} />
        </Route>
      </Routes>
    </Desk>,
    "en",
    path,
  );

describe("a room that somebody comes to by its address", () => {
  test("that is not theirs says so, and not that it is empty", async () => {
    await at("/mailbox", ["STAFF_MANAGE"]);
    expect(screen.getByRole("heading", { name: "Notices" })).toBeTruthy();
    expect(screen.queryByText("The mailbox is empty")).toBeNull();
  });

  test("where wordings are kept says so too to whoever does not keep them", async () => {
    await show(
      <Desk viewer={{ ...agent, permissions: ["NOTICE_READ"] }}>
        <WordingsPage />
      </Desk>,
    );
    expect(screen.getByText("This page is not yours to see")).toBeTruthy();
    expect(screen.queryByText("Choose a notice")).toBeNull();
  });

  test("that is theirs opens", async () => {
    await at("/mailbox", ["NOTICE_READ"]);
    expect(screen.getByText("The mailbox is empty")).toBeTruthy();
  });
});
