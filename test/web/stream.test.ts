import { afterEach, expect, test, vi } from "vitest";
import { openStream } from "../../web/graphql/stream.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("whoever listens hears that the line is back, since what was told meanwhile was not heard", async () => {
  vi.useFakeTimers();
  const line = () =>
    new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode(":\n\n")) }), {
      headers: { "content-type": "text/event-stream" },
    });
  const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(new TypeError("cut"));
  fetched.mockImplementation(async () => line());
  const onBack = vi.fn();
  const listener = { next: () => undefined, error: () => undefined, complete: () => undefined };
  const request = { query: "subscription { a }", variables: undefined, extensions: undefined };
  const leave = openStream({})(request, listener, onBack);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(onBack).toHaveBeenCalledOnce();
  leave();
});
