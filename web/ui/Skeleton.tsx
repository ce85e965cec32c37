import css from "./skeleton.module.css";

/** Grey bars where rows will be; they only show after a third of a second, so that a quick answer flashes nothing. */
export function Skeleton({ rows, label }: { readonly rows: number; readonly label: string }) {
  return (
    <div className={css.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <i key={row} />
      ))}
    </div>
  );
}
