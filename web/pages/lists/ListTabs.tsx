import { Link } from "react-router";
import css from "./lists.module.css";

/** The few ways in which a list is usually looked at; each is an address. */
export function ListTabs({
  label,
  tabs,
  current,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly key: string; readonly name: string; readonly address: string }[];
  readonly current: string;
}) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map(({ key, name, address }) => (
        <Link key={key} to={address} aria-current={key === current ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
