/** The photo of the slip waits on this device until the request is sent, or for a day: longer nobody needs it here. */
const keptForMs = 24 * 60 * 60 * 1000;
const [place, drawer, only] = ["redress", "photos", "slip"] as const;

interface Kept {
  readonly file: File;
  readonly at: number;
}

export async function keepPhoto(file: File): Promise<void> {
  await inDrawer("readwrite", (photos) => photos.put({ file, at: Date.now() } satisfies Kept, only));
}

export async function keptPhoto(): Promise<File | null> {
  const kept = await inDrawer<Kept | undefined>("readonly", (photos) => photos.get(only));
  if (kept == null) return null;
  if (Date.now() - kept.at < keptForMs) return kept.file;
  await forgetPhoto();
  return null;
}

export async function forgetPhoto(): Promise<void> {
  await inDrawer("readwrite", (photos) => photos.delete(only));
}

/** Null where the browser keeps nothing, as in a private window: the photo then lives as long as the page. */
async function inDrawer<T>(mode: IDBTransactionMode, use: (photos: IDBObjectStore) => IDBRequest): Promise<T | null> {
  try {
    const database = await open();
    const result = await answerOf(use(database.transaction(drawer, mode).objectStore(drawer)));
    database.close();
    return result as T;
  } catch {
    return null;
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(place, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(drawer));
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
