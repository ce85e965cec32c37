/** Between the windows of one browser. The company's own page cuts the tie between a window and the one that opened it. */
const channel = "redress.signed-in";

export function tellSignedIn(): void {
  const line = new BroadcastChannel(channel);
  line.postMessage(true);
  line.close();
}

export function hearSignedIn(onSignedIn: () => void): () => void {
  const line = new BroadcastChannel(channel);
  line.onmessage = () => onSignedIn();
  return () => line.close();
}
