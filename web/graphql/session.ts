import { useSyncExternalStore } from "react";

/**
 * The session that the page was drawn in. When it ends while somebody works, what the page asks waits here until they have
 * signed in again, and is then asked anew: nothing on the screen is lost, and a press is carried out once, by its key.
 */
interface Session {
  /** Whose page it is; null before it is known. */
  readonly viewerId: string | null;
  readonly hasEnded: boolean;
  /** How often it was taken up again. */
  readonly turn: number;
}

let session: Session = { viewerId: null, hasEnded: false, turn: 0 };
let waiting: (() => void)[] = [];
const readers = new Set<() => void>();

/** The header that says whose page asks; `server/request-context-of.ts` answers 401 when that is no longer who is signed in. */
const pageOfHeader = "x-page-of";

function change(next: Partial<Session>): void {
  session = { ...session, ...next };
  for (const tell of readers) tell();
}

export function nameViewer(viewerId: string | null): void {
  if (viewerId !== session.viewerId) change({ viewerId });
}

/** Whether there was a session to end: a page that nobody has signed in to only has to be shown the way. */
export function endSession(): boolean {
  if (session.viewerId === null) return false;
  change({ hasEnded: true });
  return true;
}

export function resumeSession(): void {
  const resumed = waiting;
  waiting = [];
  change({ hasEnded: false, turn: session.turn + 1 });
  for (const go of resumed) go();
}

interface AsViewer<Answer> {
  readonly send: (pageOf: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly isShut: (answer: Answer) => boolean;
  readonly signal?: AbortSignal | null | undefined;
}

/** Sends with the header that says whose page it is, and again after a sign-in where the session had ended or was another's. */
export async function asViewer<Answer>({ send, isShut, signal }: AsViewer<Answer>): Promise<Answer> {
  for (let signedInAgain = false; ; signedInAgain = true) {
    const { viewerId } = session;
    const answer = await send(viewerId === null ? {} : { [pageOfHeader]: viewerId });
    if (!isShut(answer) || viewerId === null) return answer;
    // Somebody else has signed in: this page and what it knows is not theirs.
    if (signedInAgain) location.reload();
    change({ hasEnded: true });
    // Whoever gives up meanwhile is told so by sending, as at any other moment.
    await new Promise<void>((go) => {
      waiting.push(go);
      signal?.addEventListener("abort", () => go());
    });
  }
}

/** `fetch` as the viewer. Resolves after a sign-in where the session has ended; rejects only as `fetch` does. */
export function fetchAsViewer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  return asViewer({
    send(pageOf) {
      const headers = new Headers(init.headers);
      for (const [name, value] of Object.entries(pageOf)) headers.set(name, value);
      return fetch(input, { ...init, headers });
    },
    isShut: ({ status }) => status === 401,
    signal: init.signal,
  });
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}
