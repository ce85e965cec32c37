import type { ReactNode } from "react";
import type { Text } from "./course-content.ts";
import css from "./course-reader.module.css";

/** One text in both languages, side by side; below each other on the phone. */
export function SideBySide({
  text,
  children,
}: {
  readonly text: Text;
  readonly children: (text: string) => ReactNode;
}) {
  return (
    <div className={css.pair}>
      <div lang="zh-CN">{children(text.zh)}</div>
      <div lang="en">{children(text.en)}</div>
    </div>
  );
}
