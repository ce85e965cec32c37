type Store = "localStorage" | "sessionStorage";

/** What the browser does not keep, in a private window or where it is full, the page keeps while it is open. */
const unkept = new Map<string, string>();

const nameOf = (store: Store, place: string) => `${store} ${place}`;

export function kept(store: Store, place: string): string | null {
  return unkept.get(nameOf(store, place)) ?? stored(store, place);
}

function stored(store: Store, place: string): string | null {
  try {
    return window[store].getItem(place);
  } catch {
    // To be asked is refused already, as with cookies shut: nothing was kept.
    return null;
  }
}

/** Null: nothing is kept there any longer. */
export function keep(store: Store, place: string, text: string | null): void {
  unkept.delete(nameOf(store, place));
  try {
    if (text === null) window[store].removeItem(place);
    else window[store].setItem(place, text);
  } catch {
    // Refused, or full. The page still has it.
    if (text !== null) unkept.set(nameOf(store, place), text);
  }
}
