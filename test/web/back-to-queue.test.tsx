import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { BackToQueue } from "../../web/pages/case-actions/BackToQueue.tsx";
import { QueueFoot } from "../../web/pages/queue/QueueFoot.tsx";
import { keepListAddress, keepListNumbers, keepListTotal } from "../../web/ui/list-place.ts";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

test.each([
  [140, "2 of 140"],
  [null, "2 of 3 or more"],
])("the way back says which one it is of all %s, not of those that were read", async (total, words) => {
  keepListAddress("/queue");
  keepListNumbers(["RD-26-000001", "RD-26-000002", "RD-26-000003"]);
  keepListTotal(total);
  await show(
    <Desk>
      <BackToQueue number="RD-26-000002" />
    </Desk>,
  );
  expect(screen.getByText(words)).toBeTruthy();
});

test("the foot of the queue says when it was read, and that Enter opens", async () => {
  const readAt = new Date("2026-10-09T08:20:00Z").getTime();
  await show(
    <Desk>
      <QueueFoot count={12} hasNext={false} readAt={readAt} said="" onUndo={null} />
    </Desk>,
  );
  expect(screen.getByText("Updated 16:20")).toBeTruthy();
  expect(screen.getByText("Enter").parentElement?.textContent).toBe("Enter Open");
});
