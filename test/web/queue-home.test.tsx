import { act, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { useKeptHome, useQueueHome } from "../../web/pages/queue/queue-home.ts";
import { leave } from "../../web/shell/sign-in.ts";
import { show } from "./support.tsx";

interface Heard {
  readonly of?: string;
  /** What the server says; undefined: nothing yet. */
  readonly told?: string | null;
  readonly isTouched?: boolean;
}

function Queue({ of = "li", told, isTouched = false }: Heard) {
  const home = useQueueHome(of, "action", true);
  useKeptHome(home, told, isTouched);
  return <p data-testid="view">{home.read(new URLSearchParams()).view}</p>;
}

const view = () => screen.getByTestId("view").textContent;

describe("where the queue opens", () => {
  test("is the reader's own home as soon as it is known, while nothing has been touched", async () => {
    const { redraw } = await show(<Queue />);
    expect(view()).toBe("action");
    await act(async () => redraw(<Queue told="view=mine" />));
    expect(view()).toBe("mine");
  });

  test("does not turn under the hand, and is right the next time", async () => {
    const { redraw, unmount } = await show(<Queue />);
    await act(async () => redraw(<Queue told="view=mine" isTouched />));
    expect(view()).toBe("action");
    // Chosen in the list of views meanwhile: it is for the next time as well.
    await act(async () => redraw(<Queue told="view=team" />));
    expect(view()).toBe("action");
    unmount();
    await show(<Queue />);
    expect(view()).toBe("team");
  });

  test("is nobody else's, and is forgotten when its reader signs out", async () => {
    const { unmount } = await show(<Queue told="view=mine" />);
    unmount();
    (await show(<Queue of="wang" />)).unmount();
    await show(<Queue of="wang" />);
    expect(view()).toBe("action");
    sessionStorage.setItem("redress.list-numbers", "[]");
    vi.spyOn(globalThis, "fetch").mockResolvedValue(Response.json({}));
    await leave();
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });
});
