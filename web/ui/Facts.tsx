import { Fragment, type ReactNode } from "react";
import css from "./facts.module.css";

type Fact = readonly [name: string, value: ReactNode];

/** Names and values in two columns; what is not known is left out by giving `false`. */
export function Facts({ facts }: { readonly facts: readonly (Fact | false)[] }) {
  return (
    <dl className={css.facts}>
      {facts.map((fact) =>
        fact === false ? null : (
          <Fragment key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
