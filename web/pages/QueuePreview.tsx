export function QueuePreview(_: { readonly number: string; readonly onClose: () => void }) {
  return null;
}
