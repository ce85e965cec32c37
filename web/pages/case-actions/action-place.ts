import type { CaseAction, MessageThread } from "../../graphql/words.ts";

/** Where on the page an action is taken that has no sheet. A new object each time, so that asking again begins again. */
export interface ActionPlace {
  readonly thread: MessageThread | null;
  readonly menu: boolean;
  readonly evidence: boolean;
}

const nowhere = { thread: null, menu: false, evidence: false } as const;

const places: Partial<Record<CaseAction, ActionPlace>> = {
  ADD_NOTE: { ...nowhere, thread: "INTERNAL" },
  SEND_MESSAGE: { ...nowhere, thread: "CUSTOMER" },
  ATTACH_EVIDENCE: { ...nowhere, evidence: true },
  SNOOZE: { ...nowhere, menu: true },
  WAKE: { ...nowhere, menu: true },
};

/** The place of what the address asks for; null for a sheet's action and for no action. */
export function placeOf(asked: string | null): ActionPlace | null {
  const known: Readonly<Record<string, ActionPlace | undefined>> = places;
  const place = asked === null ? undefined : known[asked];
  return place === undefined ? null : { ...place };
}
