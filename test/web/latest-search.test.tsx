import { act, fireEvent, render, screen } from "@testing-library/react";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { expect, test } from "vitest";
import { useLatestSearch } from "../../web/desk/use-latest-search.ts";

function Queue() {
  const [search, change] = useLatestSearch();
  const order = (now: URLSearchParams) => {
    now.set("order", "amount");
    return now;
  };
  return (
    <button type="button" onClick={() => change(order)}>
      {search.get("view")}
    </button>
  );
}

test("what is pressed before the page has drawn its address belongs to the address, not to what is drawn", async () => {
  window.history.replaceState(null, "", "/queue?view=action");
  render(<RouterProvider router={createBrowserRouter([{ path: "/queue", element: <Queue /> }])} />);
  const button = await screen.findByRole("button", { name: "action" });
  window.history.replaceState(null, "", "/queue?view=mine");
  await act(async () => void fireEvent.click(button));
  expect(window.location.search).toBe("?view=mine&order=amount");
  expect(button.textContent).toBe("mine");
});
