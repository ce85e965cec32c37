import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { PhotoDrawer } from "../support/photo-drawer.ts";
import { deskThatAnswers, openPage, press, settle, type } from "./customer-support.tsx";

const drawer = new PhotoDrawer();
const slip = new File(["a slip"], "slip.jpg", { type: "image/jpeg" });
let wires: number;

/** A network that breaks when something is sent for the first time, and then brings all of it there. */
class BreakingWire extends EventTarget {
  readonly upload = new EventTarget();
  readonly status = 200;
  readonly responseText = "{}";
  open(): void {}
  setRequestHeader(): void {}
  getResponseHeader = (): null => null;
  send(): void {
    const end = wires === 0 ? "error" : "load";
    wires += 1;
    queueMicrotask(() => this.dispatchEvent(new Event(end)));
  }
}

beforeEach(() => {
  drawer.kept = slip;
  wires = 0;
  vi.stubGlobal("indexedDB", drawer.factory);
  vi.stubGlobal("XMLHttpRequest", BreakingWire);
  vi.stubGlobal(
    "URL",
    class extends URL {
      static override createObjectURL = () => "blob:slip";
      static override revokeObjectURL = () => undefined;
    },
  );
});

async function comeToTheEnd(): Promise<void> {
  const done = { number: "RD-26-004812", token: "a-token", caseId: "Q2FzZTox", next: "Wait.", saidIn: "en" };
  sessionStorage.setItem("redress.submitted", JSON.stringify(done));
  await openPage("/r/new");
  await settle();
}

/** A try of its own after half a second would come in between on a slow machine: here the network says when it is back. */
function goOnByNoClock(): void {
  const wait = setTimeout;
  vi.stubGlobal("setTimeout", (then: () => void, ms = 0) => wait(then, ms < 500 ? ms : 3_600_000));
}

test("the photo of the slip whose sending is interrupted goes on by itself: it is not sent a second time", async () => {
  const url = "/evidence/ticket";
  const sent = deskThatAnswers({
    CustomerRequestUpload: () => ({
      requestEvidenceUpload: { __typename: "EvidenceUpload", url, limits: { bytes: 1_000 } },
    }),
  });
  await comeToTheEnd();
  goOnByNoClock();
  await press("Send this photo as proof");
  await settle();
  expect(screen.getByText(/of slip\.jpg is with us; the rest follows by itself/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Send this photo as proof" }).ariaBusy).toBe("true");
  await press("Send this photo as proof");
  expect(sent.filter(({ operation }) => operation === "CustomerRequestUpload")).toHaveLength(1);
  expect(wires).toBe(1);
  dispatchEvent(new Event("online"));
  await settle();
  expect(screen.getByText("We have slip.jpg")).toBeTruthy();
  expect(drawer.kept).toBeNull();
});

test("a file that is no photo is said to be none, and takes neither the place of a photo nor of proof", async () => {
  deskThatAnswers({});
  await openPage("/r/new");
  type(/Voucher number/, "419");
  await settle();
  drawer.kept = slip;
  await openPage("/r/new");
  await settle();
  // jsdom draws nothing: a browser that cannot draw the file says so here, and in this test alone.
  const usual = globalThis.Image;
  onTestFinished(() => void vi.stubGlobal("Image", usual));
  vi.stubGlobal(
    "Image",
    class {
      decode = () => Promise.reject(new DOMException("The source image cannot be decoded.", "EncodingError"));
    },
  );
  const notes = new File(["to do"], "notes.txt", { type: "text/plain" });
  fireEvent.change(screen.getByLabelText("Take or choose a photo of the slip"), { target: { files: [notes] } });
  await settle();
  expect(screen.getByText(/not a photo that can be opened here, so it was not kept/)).toBeTruthy();
  expect(drawer.kept).toBe(slip);
});

test("a photo that was not sent is proof of no other request", async () => {
  deskThatAnswers({});
  await comeToTheEnd();
  expect(screen.getByRole("button", { name: "Send this photo as proof" })).toBeTruthy();
  await press("Ask for another refund");
  await settle();
  expect(drawer.kept).toBeNull();
  expect(screen.queryByText("Look at your photo")).toBeNull();
});

test("it waits with what was begun, and with what was sent a moment ago, but for no request that begins anew", async () => {
  deskThatAnswers({});
  await comeToTheEnd();
  expect(drawer.kept).toBe(slip);
  sessionStorage.clear();
  await openPage("/r/new");
  expect(drawer.kept).toBeNull();
  type(/Voucher number/, "419");
  await settle();
  drawer.kept = slip;
  await openPage("/r/new");
  await settle();
  expect(drawer.kept).toBe(slip);
});
