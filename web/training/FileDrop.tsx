import { useState } from "react";
import { Icon } from "../ui/Icon.tsx";
import css from "./file-drop.module.css";

/** A file by pressing, or by letting it fall on the box. */
export function FileDrop({
  label,
  hint,
  onFile,
}: {
  readonly label: string;
  readonly hint: string;
  readonly onFile: (file: File) => void;
}) {
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <label
      className={css.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="importing" size="l" />
      {label}
      <small>{hint}</small>
      <input
        type="file"
        accept=".csv,text/csv"
        className="quiet"
        onChange={({ target }) => {
          take(target.files);
          // The same file, mended, is another choice.
          target.value = "";
        }}
      />
    </label>
  );
}
