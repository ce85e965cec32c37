import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { CalendarsPage } from "../../web/pages/admin/CalendarsPage.tsx";
import type { Viewer } from "../../web/shell/viewer.ts";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const viewer: Viewer = {
  ...{ id: "me", name: "Li Na", role: "ADMINISTRATOR", limits: [] },
  permissions: ["REGISTRY_MANAGE"],
};

// A year has as many buttons as days: on a busy machine it takes its time to be drawn.
test("a paper that a colleague enters meanwhile stays the paper of its year, with what was copied", async () => {
  let isEntered = false;
  wholeDesk(({ name }) => {
    if (name === "PublishCalendarYear") {
      isEntered = true;
      return { publishCalendarYear: { __typename: "StaleCalendar", message: "Somebody else changed this calendar." } };
    }
    const published = { published: isEntered, entered: isEntered, workingDays: null, year: 2031, days: [] };
    const calendar = { calendar: "CN", version: isEntered ? 2 : 1, correctable: true, weekendsOff: true, history: [] };
    return {
      calendars: [{ ...calendar, publishedUntil: isEntered ? "2031-12-31" : "2030-12-31", year: published }],
    };
  });
  await show(
    <Desk viewer={viewer}>
      <CalendarsPage />
    </Desk>,
    "en",
    "/calendars?year=2031",
  );
  fireEvent.click(await screen.findByText("Enter 2031 from its notice"));
  const reason = () => screen.getByLabelText<HTMLTextAreaElement>(/^What it rests on/);
  fireEvent.change(reason(), { target: { value: "Notice 8." } });
  await act(async () => void fireEvent.click(screen.getByText("Enter 2031")));
  expect(await screen.findByText("Somebody else changed this calendar.")).toBeTruthy();
  await waitFor(() => expect(document.querySelector("[data-kind=unreached]")).toBeNull());
  expect(screen.getByText("The holidays of 2031")).toBeTruthy();
  expect(reason().value).toBe("Notice 8.");
}, 60_000);
