import { act, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { useHeardTabs } from "../../web/pages/queue/heard-tabs.ts";
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

type Told = Parameters<typeof useHeardTabs>[1];

function Views({ of = "li", told }: { readonly of?: string; readonly told?: Told }) {
  return <p data-testid="views">{useHeardTabs(of, told)?.savedViews.map(({ name }) => name)}</p>;
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

describe("the views of the queue", () => {
  const told: Told = {
    action: [],
    mine: [],
    team: [],
    bank: [],
    savedViews: [{ __typename: "SavedView", id: "1", name: "Large sums", address: "view=all", count: 3 }],
    viewOrder: null,
  } as unknown as Told;
  const named = () => screen.getByTestId("views").textContent;

  test("stand where they last stood until the server says them anew, and are nobody else's", async () => {
    (await show(<Views told={told} />)).unmount();
    const { redraw, unmount } = await show(<Views />);
    expect(named()).toBe("Large sums");
    await act(async () => redraw(<Views told={{ ...told, savedViews: [] } as Told} />));
    expect(named()).toBe("");
    unmount();
    await show(<Views of="wang" />);
    expect(named()).toBe("");
  });

  test.each(["{", "null", '{"savedViews":"7"}', '{"savedViews":[],"action":3}'])(
    "are none where %s was kept",
    async (text) => {
      localStorage.setItem("redress.own.li.queue-tabs", text);
      await show(<Views />);
      expect(named()).toBe("");
    },
  );
});
