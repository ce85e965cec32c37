import css from "./brand.module.css";

export function Brand({ folded = false }: { readonly folded?: boolean }) {
  return (
    <span className={css.brand}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 3.5h14v13H3z" />
        <path d="M6.5 8.5h5.2a2.3 2.3 0 0 1 0 4.6H8M8.7 6.2 6.3 8.5l2.4 2.3" />
      </svg>
      <span className={folded ? "quiet" : undefined}>Redress</span>
    </span>
  );
}
