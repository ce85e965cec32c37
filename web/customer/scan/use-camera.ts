import { useEffect, useRef, useState } from "react";
import { openCodeReader } from "./code-reader.ts";
import { readCode, type SlipCode } from "./read-code.ts";

/** LOOKING: the picture is there and codes are looked for. OTHER_CODE: one was seen that is no slip's. */
export type CameraState = "OPENING" | "LOOKING" | "OTHER_CODE" | "REFUSED" | "NO_CAMERA" | "NO_READER";

const betweenLooksMs = 150;

/** The camera while it is looked through; it is let go as soon as a code is found or the view is closed. */
export function useCamera(onFound: (code: SlipCode) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onFound);
  tell.current = onFound;
  const [state, setState] = useState<CameraState>("OPENING");
  useEffect(() => {
    const ending = new AbortController();
    void look(ending.signal);
    return () => ending.abort();

    async function look(ended: AbortSignal): Promise<void> {
      const stream = await openCamera();
      if (typeof stream === "string") return setState(stream);
      const letGo = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      ended.addEventListener("abort", letGo);
      if (ended.aborted) return letGo();
      const [read, element] = [await openCodeReader().catch(() => null), video.current];
      if (read === null || element === null) return setState("NO_READER");
      element.srcObject = stream;
      await element.play().catch(() => undefined);
      if (!ended.aborted) setState("LOOKING");
      while (!ended.aborted) {
        const texts =
          element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await read(element).catch(() => []) : [];
        const code = texts.map(readCode).find((found) => found !== null);
        if (ended.aborted) return;
        if (code != null) return tell.current(code);
        if (texts.length > 0) setState("OTHER_CODE");
        await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
      }
    }
  }, []);
  return { video, state };
}

/** A page that did not come by https has no camera at all, as a device without one. */
async function openCamera(): Promise<MediaStream | "REFUSED" | "NO_CAMERA"> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return "NO_CAMERA";
  const sharp = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  try {
    return await devices.getUserMedia({ video: { facingMode: "environment", ...sharp }, audio: false });
  } catch (error) {
    return error instanceof DOMException && error.name === "NotAllowedError" ? "REFUSED" : "NO_CAMERA";
  }
}
