import { randomInt } from "node:crypto";

/** Letters and digits that nobody confuses on paper. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A certificate's number, e.g. TC-7H3K-9QWM-2XRA: 60 bits, so that none is found by trying. */
export function newCertificateCode(): string {
  const block = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
  return `TC-${block()}-${block()}-${block()}`;
}
