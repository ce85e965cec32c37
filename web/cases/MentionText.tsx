import css from "./case-timeline.module.css";

/** A text in which the names of colleagues who are called stand out. */
export function MentionText({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  if (names.length === 0) return text;
  const called = new Set(names.map((name) => `@${name}`));
  const escaped = [...called].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(${escaped.join("|")})`)).map((part, index) =>
    called.has(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, in their order.
      <span key={index} className={css.mention}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
