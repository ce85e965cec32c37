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

/** Where something is kept under a name that begins so. */
export function placesOf(store: Store, prefix: string): readonly string[] {
  const own = nameOf(store, "");
  const refused = [...unkept.keys()].filter((name) => name.startsWith(own)).map((name) => name.slice(own.length));
  return [...new Set([...refused, ...storedPlaces(store)])].filter((place) => place.startsWith(prefix));
}

function storedPlaces(store: Store): readonly string[] {
  try {
    return Object.keys(window[store]);
  } catch {
    return [];
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

/** Another tab has written there: its word is the later one. */
export function yieldPlace(store: Store, place: string): void {
  unkept.delete(nameOf(store, place));
}
