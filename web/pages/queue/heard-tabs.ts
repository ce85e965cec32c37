import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "react";
import { keep, kept } from "../../ui/browser-store.ts";
import { ownPlace } from "../../ui/own-things.ts";
import type { QueueTabsQuery } from "./queue-operations.ts";

type Tabs = ResultOf<typeof QueueTabsQuery>;

/**
 * The views as the server says them; until it does, as this browser last heard them. So they stand where they will stand, and
 * none moves from under the pointer as another comes before it.
 */
export function useHeardTabs(viewerId: string, told: Tabs | undefined): Tabs | undefined {
  const place = ownPlace(viewerId, "queue-tabs");
  const [before] = useState(() => read(kept("localStorage", place)));
  useEffect(() => {
    if (told !== undefined) keep("localStorage", place, JSON.stringify(told));
  }, [told, place]);
  return told ?? before;
}

function read(text: string | null): Tabs | undefined {
  try {
    const tabs: Partial<Tabs> | null = JSON.parse(text ?? "null");
    return isWhole(tabs) ? tabs : undefined;
  } catch {
    // Cut short: nothing was heard.
    return undefined;
  }
}

/** What an earlier release kept may have another shape. */
function isWhole(tabs: Partial<Tabs> | null): tabs is Tabs {
  return (["action", "mine", "team", "bank", "savedViews"] as const).every((part) => Array.isArray(tabs?.[part]));
}
