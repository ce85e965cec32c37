/** Whether it could be copied: only a page on https or localhost may write to the clipboard, and the browser may still say no. */
export async function copyText(text: string): Promise<boolean> {
  const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
  return await writing.then(
    () => true,
    () => false,
  );
}
