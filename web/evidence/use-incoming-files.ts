import { useEffect, useRef, useState } from "react";

/** Files that are dropped anywhere on the page, or pasted; says whether some hang over it right now. */
export function useIncomingFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(function listen() {
    const listening = new AbortController();
    const { signal } = listening;
    function over(event: DragEvent): void {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setOver(true);
    }
    function leave({ relatedTarget }: DragEvent): void {
      // Between two elements of the page it is still over the page.
      if (relatedTarget === null) setOver(false);
    }
    function drop(event: DragEvent): void {
      setOver(false);
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (files.length === 0) return;
      event.preventDefault();
      take.current(files);
    }
    function paste({ clipboardData, target }: ClipboardEvent): void {
      const files = Array.from(clipboardData?.files ?? []);
      // A spreadsheet's cells come as words and as a picture: where one writes, the words are meant.
      const isForWriting = target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
      if (files.length === 0 || (isForWriting && clipboardData?.types.includes("text/plain") === true)) return;
      take.current(files);
    }
    document.addEventListener("dragover", over, { signal });
    document.addEventListener("dragleave", leave, { signal });
    document.addEventListener("drop", drop, { signal });
    document.addEventListener("paste", paste, { signal });
    return () => listening.abort();
  }, []);
  return isOver;
}
