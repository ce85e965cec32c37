import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { Provider } from "urql";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type EvidenceFile, EvidenceList, EvidenceListFragment } from "../../web/evidence/EvidenceList.tsx";
import { EvidenceUpload } from "../../web/evidence/EvidenceUpload.tsx";
import { ViewFrame } from "../../web/evidence/ViewFrame.tsx";
import { makeClient } from "../../web/graphql/client.ts";
import { nameViewer, resumeSession } from "../../web/graphql/session.ts";
import { SessionEnd } from "../../web/shell/SessionEnd.tsx";
import { ViewerContext } from "../../web/shell/viewer.ts";
import { agent } from "./desk-support.tsx";
import { Address, show } from "./support.tsx";

/** A wire that the test holds in its hand. */
class Wire extends EventTarget {
  static sent: Wire[] = [];
  upload = new EventTarget();
  status = 0;
  responseType = "";
  responseText = "";
  body: Blob | null = null;
  url = "";
  open(_method: string, url: string) {
    this.url = url;
  }
  pageOf: string | undefined;
  setRequestHeader(name: string, value: string) {
    if (name === "x-page-of") this.pageOf = value;
  }
  getResponseHeader() {
    return null;
  }
  send(body: Blob | null) {
    this.body = body;
    Wire.sent.push(this);
  }
  abort() {
    this.dispatchEvent(new Event("abort"));
  }
  progress(loaded: number, total: number) {
    this.upload.dispatchEvent(Object.assign(new Event("progress"), { loaded, total }));
  }
  answer(status: number, body: unknown) {
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    this.dispatchEvent(new Event("load"));
  }
  cut() {
    this.dispatchEvent(new Event("error"));
  }
}

const limits = { bytes: 1000, filesPerCase: 20, mediaTypes: ["image/png", "application/pdf"] };
const onAdded = vi.fn();
beforeEach(() => {
  Wire.sent = [];
  onAdded.mockReset();
  vi.stubGlobal("XMLHttpRequest", Wire);
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    const data = String(init.body).includes("requestEvidenceUpload")
      ? { requestEvidenceUpload: { __typename: "EvidenceUpload", url: "/evidence/ticket" } }
      : { evidenceLimits: { __typename: "EvidenceLimits", ...limits } };
    return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  nameViewer(null);
  act(resumeSession);
  vi.unstubAllGlobals();
});

const aFile = (name: string, bytes = 10, type = "image/png") => new File([new Uint8Array(bytes)], name, { type });

async function open() {
  await show(
    <Provider value={makeClient({ language: "en", onSignedOut: () => undefined })}>
      <ViewerContext value={agent}>
        <EvidenceUpload caseId="c1" onAdded={onAdded} />
        <SessionEnd />
      </ViewerContext>
    </Provider>,
  );
  await screen.findByText(/at most 1 kB|at most 1,000|at most/);
}
const transfer = (files: readonly File[]) => ({ dataTransfer: { files, types: ["Files"] } });

describe("files for a case", () => {
  test("are dropped anywhere, say how far they are, and are there at the end", async () => {
    await open();
    fireEvent.dragOver(document.body, transfer([]));
    expect(screen.getByText("Let go to add to this case (Receipt)")).toBeTruthy();
    fireEvent.drop(document.body, transfer([aFile("slip.png")]));
    await waitFor(() => expect(Wire.sent).toHaveLength(1));
    await act(async () => Wire.sent[0]?.progress(5, 10));
    expect(screen.getByText("Sending 50%")).toBeTruthy();
    await act(async () => Wire.sent[0]?.answer(201, {}));
    expect(await screen.findByText("The file was added")).toBeTruthy();
    expect(onAdded).toHaveBeenCalledOnce();
  });

  test.each([
    [false, /drop them anywhere on this page, or paste/],
    [true, /Photograph them, or choose them from this device/],
  ])("where somebody points with a finger (%s) only what a finger can do is offered", async (finger, offered) => {
    const plain = matchMedia("print");
    vi.stubGlobal("matchMedia", (query: string) => ({ ...plain, matches: finger && query === "(pointer: coarse)" }));
    await open();
    expect(screen.getByText(offered)).toBeTruthy();
  });

  test("that the case has already are said to be there, by the name that they have", async () => {
    await open();
    fireEvent.drop(document.body, transfer([aFile("again.png")]));
    await waitFor(() => expect(Wire.sent).toHaveLength(1));
    await act(async () => Wire.sent[0]?.answer(200, { fileName: "slip.png", alreadyAttached: true }));
    expect(await screen.findByText("The case has this file already, as slip.png")).toBeTruthy();
  });

  test("are pasted, and one goes after the other", async () => {
    await open();
    fireEvent.paste(document.body, {
      clipboardData: { files: [aFile("one.png"), aFile("two.png")], types: ["Files"] },
    });
    await waitFor(() => expect(Wire.sent).toHaveLength(1));
    expect(screen.getByText("Waiting its turn")).toBeTruthy();
    await act(async () => Wire.sent[0]?.answer(201, {}));
    await waitFor(() => expect(Wire.sent).toHaveLength(2));
  });

  test("are left on the desk where words were pasted into a field", async () => {
    await open();
    const field = document.body.appendChild(document.createElement("textarea"));
    fireEvent.paste(field, { clipboardData: { files: [aFile("cells.png")], types: ["text/plain", "Files"] } });
    field.remove();
    expect(screen.queryByText("cells.png")).toBeNull();
  });

  test("that cannot be taken are not sent at all, and say why", async () => {
    await open();
    fireEvent.drop(
      document.body,
      transfer([aFile("big.png", 2000), aFile("song.mp3", 10, "audio/mpeg"), aFile("none.png", 0)]),
    );
    expect(screen.getByText(/^Larger than/)).toBeTruthy();
    expect(screen.getByText(/^Only pictures and PDF/)).toBeTruthy();
    expect(screen.getByText(/^The file is empty/)).toBeTruthy();
    await act(async () => undefined);
    expect(Wire.sent).toHaveLength(0);
  });

  test("can be stopped, and sent again", async () => {
    await open();
    fireEvent.drop(document.body, transfer([aFile("slip.png")]));
    await waitFor(() => expect(Wire.sent).toHaveLength(1));
    fireEvent.click(screen.getByRole("button", { name: "Cancel slip.png" }));
    expect(await screen.findByText("Cancelled; the file was not added")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Try slip.png again" }));
    await waitFor(() => expect(Wire.sent).toHaveLength(2));
    await act(async () => Wire.sent[1]?.answer(201, {}));
    expect(await screen.findByText("The file was added")).toBeTruthy();
  });

  test("wait for a sign-in where the session has ended, and then go on; who cancels meanwhile is not asked", async () => {
    nameViewer("li");
    await open();
    fireEvent.drop(document.body, transfer([aFile("slip.png"), aFile("two.png")]));
    await waitFor(() => expect(Wire.sent).toHaveLength(1));
    await act(async () => Wire.sent[0]?.answer(401, {}));
    expect(screen.getByRole("dialog", { name: "Your session has ended" })).toBeTruthy();
    await act(async () => resumeSession());
    expect(Wire.sent.map(({ pageOf }) => pageOf)).toEqual(["li", "li"]);
    await act(async () => Wire.sent[1]?.answer(201, {}));
    expect(await screen.findByText("The file was added")).toBeTruthy();
    await waitFor(() => expect(Wire.sent).toHaveLength(3));
    await act(async () => Wire.sent[2]?.answer(401, {}));
    fireEvent.click(screen.getByRole("button", { name: "Cancel two.png" }));
    expect(await screen.findByText("Cancelled; the file was not added")).toBeTruthy();
    await act(async () => resumeSession());
    expect(Wire.sent).toHaveLength(3);
  });
});

test("a picture is zoomed, turned and moved by keys, and put back", async () => {
  await show(
    <ViewFrame label="slip.png">
      <img src="data:," alt="slip" />
    </ViewFrame>,
  );
  const frame = screen.getByRole("region", { name: "slip.png" });
  const transform = () => screen.getByAltText("slip").parentElement?.style.transform;
  for (const key of ["+", "r", "ArrowRight"]) fireEvent.keyDown(frame, { key });
  expect(transform()).toBe("translate(-60px, 0px) rotate(90deg) scale(1.25)");
  fireEvent.keyDown(frame, { key: "0" });
  expect(transform()).toBe("translate(0px, 0px) rotate(0deg) scale(1)");
  fireEvent.click(screen.getByRole("button", { name: "Turn" }));
  expect(transform()).toContain("rotate(90deg)");
});

test("which file is open stands in the address; closed, it is gone from there", async () => {
  const file: EvidenceFile = {
    ...{ id: "slip", kind: "RECEIPT", fileName: "slip.png", mediaType: "image/png", bytes: 900, sha256: "ab" },
    ...{ uploadedAt: "2026-10-09T08:20:00.000Z", uploadedBy: "CUSTOMER", previewUrl: "/p", url: "/f" },
  };
  const found = maskFragments([EvidenceListFragment], { id: "c1", availableActions: [], evidence: [file] });
  await show(
    <>
      <EvidenceList case={found} onAdded={() => undefined} />
      <Address />
    </>,
    "en",
    "/cases/RD-26-000007?evidence=slip",
  );
  const dialog = screen.getByRole("dialog", { name: "slip.png" });
  fireEvent(dialog, new Event("close"));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByTestId("address").textContent).toBe("/cases/RD-26-000007");
  fireEvent.click(screen.getByRole("button", { name: /^slip\.png/ }));
  expect(screen.getByTestId("address").textContent).toBe("/cases/RD-26-000007?evidence=slip");
  expect(screen.getByRole("dialog", { name: "slip.png" })).toBeTruthy();
});
