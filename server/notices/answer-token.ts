import { isId } from "../kernel/ids.ts";
import type { Signing } from "../platform/signing.ts";

/** The token of a link by which a notice is answered: which notice, and the desk's own word that it made the link. Nothing of it is stored. */
export function answerToken(signing: Signing, noticeId: string): string {
  return `${noticeId}.${signing.sign("notice answer", noticeId)}`;
}

/** The notice that a token is for, or null; how a wrong one is wrong is told nobody. */
export function readAnswerToken(signing: Signing, token: string): string | null {
  const [id = ""] = token.slice(0, 200).split(".");
  return isId(id) && sameText(answerToken(signing, id), token) ? id : null;
}

/** Takes as long wherever the two differ. */
function sameText(expected: string, given: string): boolean {
  if (expected.length !== given.length) return false;
  let difference = 0;
  for (let at = 0; at < expected.length; at++) difference |= expected.charCodeAt(at) ^ given.charCodeAt(at);
  return difference === 0;
}
