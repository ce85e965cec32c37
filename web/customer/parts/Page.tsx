import { type ReactNode, useEffect, useRef } from "react";
import { languageNames, otherLanguage } from "../../i18n/language.ts";
import { Icon } from "../../ui/Icon.tsx";
import { DeskFoot } from "../desk/DeskFoot.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./page.module.css";

/** The head with the way into the other language, and the page below it. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { language, switchLanguage, t } = useReader();
  const other = otherLanguage(language);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <b>{title}</b>
        <button type="button" className={css.language} lang={other} onClick={switchLanguage}>
          <Icon name="globe" />
          {languageNames[other]}
        </button>
      </header>
      <main className={css.body}>{children}</main>
      <footer className={css.foot}>
        <DeskFoot />
        <a href={`/policy/?lang=${language}`}>{t.policyLink}</a>
      </footer>
    </div>
  );
}

/** The question or the state of a screen. With `takesFocus` the voice goes on there when the screen changes. */
export function Headline({
  children,
  takesFocus = false,
}: {
  readonly children: ReactNode;
  readonly takesFocus?: boolean;
}) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus();
  }, [takesFocus]);
  return (
    <h1 ref={element} className={css.headline} tabIndex={-1}>
      {children}
    </h1>
  );
}
