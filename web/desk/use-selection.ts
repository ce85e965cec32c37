import { useCallback, useState } from "react";

/** As many as can be worked on at once. */
export const MOST_SELECTED = 100;

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string, range: boolean) => void;
  readonly replace: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

const nothing = { of: "", ids: new Set<string>(), last: null as string | null };

/** What is ticked in a list; another list begins with nothing ticked. A range goes from the last tick to this one. */
export function useSelection(list: string, order: readonly { readonly id: string }[]): Selection {
  const [kept, setKept] = useState(nothing);
  const now = kept.of === list ? kept : { ...nothing, of: list };
  const toggle = useCallback(
    (id: string, range: boolean) =>
      setKept((before) => {
        const { ids, last } = before.of === list ? before : nothing;
        const next = new Set(ids);
        const isOn = !ids.has(id);
        for (const each of range && last !== null ? between(order, last, id) : [id]) {
          if (!isOn) next.delete(each);
          else if (next.size < MOST_SELECTED) next.add(each);
        }
        return { of: list, ids: next, last: id };
      }),
    [list, order],
  );
  return {
    ids: now.ids,
    toggle,
    replace: (ids) => setKept({ of: list, ids: new Set(ids.slice(0, MOST_SELECTED)), last: null }),
    clear: () => setKept({ ...nothing, of: list }),
  };
}

function between(order: readonly { readonly id: string }[], one: string, other: string): readonly string[] {
  const ids = order.map(({ id }) => id);
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)].sort((left, right) => left - right);
  return from === undefined || to === undefined || from < 0 ? [other] : ids.slice(from, to + 1);
}
