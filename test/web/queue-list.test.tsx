import { fireEvent, screen } from "@testing-library/react";
import { createRef, useState } from "react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { QueueList, type QueueListHandle } from "../../web/desk/QueueList.tsx";
import { useSelection } from "../../web/desk/use-selection.ts";
import { show } from "./support.tsx";

// jsdom lays nothing out: a window of ten rows.
beforeAll(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1000);
});

const cases = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `id-${n}`, number: `RD-26-${n}` }));

function List({ count, onEnd }: { readonly count: number; readonly onEnd: (() => void) | null }) {
  const [items] = useState(() => cases(count));
  const selection = useSelection("a list", items);
  return (
    <div style={{ overflow: "auto" }}>
      <QueueList
        ref={createRef<QueueListHandle>()}
        items={items}
        draw={({ number }) => <span>{number}</span>}
        chosen={null}
        selected={selection.ids}
        onChoose={() => undefined}
        onSelect={selection.toggle}
        onEnd={onEnd}
      />
      <output>{[...selection.ids].join(" ")}</output>
    </div>
  );
}

describe("the rows of the queue", () => {
  test("of ten thousand only those in sight are drawn, and each says which of how many it is", async () => {
    await show(<List count={10_000} onEnd={null} />);
    const rows = screen.getAllByRole("listitem");
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute("aria-posinset")).toBe("1");
    expect(rows[0]?.getAttribute("aria-setsize")).toBe("10000");
    expect(screen.getByRole("list").style.height).toBe("600000px");
  });

  test("more are asked for as the last ones come near, and not before", async () => {
    const far = vi.fn();
    await show(<List count={500} onEnd={far} />);
    expect(far).not.toHaveBeenCalled();
    const near = vi.fn();
    await show(<List count={20} onEnd={near} />);
    expect(near).toHaveBeenCalled();
  });

  test("a tick with Shift takes all from the last one on", async () => {
    await show(<List count={400} onEnd={null} />);
    fireEvent.click(screen.getByRole("checkbox", { name: "Select RD-26-1" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Select RD-26-4" }), { shiftKey: true });
    expect(screen.getByRole("status").textContent).toBe("id-1 id-2 id-3 id-4");
    fireEvent.click(screen.getByRole("checkbox", { name: "Select RD-26-3" }));
    expect(screen.getByRole("status").textContent).toBe("id-1 id-2 id-4");
  });
});
