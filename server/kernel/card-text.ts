import { maskCardRuns } from "./card-run.ts";
import { maskSecurityCodes, maskTracks } from "./security-code.ts";

/** UUIDs and checksums may hold any row of digits: they are left alone as wholes. */
const identifier =
  /((?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])|(?<![0-9a-f])(?=[0-9]{0,40}[a-f])[0-9a-f]{32,128}(?![0-9a-f]))/gi;

/**
 * Takes full card numbers and security codes out of anything a person typed or named a file. Of a number the first six
 * and last four stay, of a code nothing. Masking twice changes nothing more.
 */
export function maskCardNumbers(text: string): string {
  return maskTracks(text)
    .split(identifier)
    .map((piece, index) => (index % 2 === 1 ? piece : maskCardRuns(maskSecurityCodes(piece))))
    .join("");
}
