import { useEffect, useState } from "react";
import { isPicture } from "./is-picture.ts";
import { keepPhoto, keptPhoto } from "./kept-photo.ts";
import type { SlipCode } from "./read-code.ts";
import { readPhoto } from "./read-photo.ts";

export type Reading = "IDLE" | "READING" | "READ" | "NONE" | "UNREADABLE" | "NO_PICTURE";

/** The photo of the slip: read for a code, and kept to copy from and to be sent as proof. What is no picture takes no photo's place. */
export function useSlipPhoto(onFound: (code: SlipCode) => void) {
  const [photo, setPhoto] = useState<File | null>(null);
  const [reading, setReading] = useState<Reading>("IDLE");
  useEffect(() => {
    void keptPhoto().then((kept) => setPhoto((taken) => taken ?? kept));
  }, []);

  async function take(taken: File): Promise<void> {
    setReading("READING");
    if (!(await isPicture(taken))) return setReading("NO_PICTURE");
    setPhoto(taken);
    const [read] = await Promise.all([readPhoto(taken), keepPhoto(taken)]);
    if (typeof read === "string") return setReading(read);
    onFound(read);
    setReading("READ");
  }
  const found = (code: SlipCode) => {
    onFound(code);
    setReading("READ");
  };
  return { photo, reading, take, found };
}
