import { act, render } from "@testing-library/react";
import i18next from "i18next";
import { createContext, type ReactNode, use } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { en } from "../../web/i18n/en.ts";
import type { Language } from "../../web/i18n/language.ts";
import { zhCn } from "../../web/i18n/zh-cn.ts";

/** The console's texts with both languages loaded. */
export async function textsIn(language: Language) {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    defaultNS: "console",
    resources: { "zh-CN": { console: zhCn }, en: { console: en } },
    interpolation: { escapeValue: false },
  });
  return instance;
}

const ShownContext = createContext<ReactNode>(null);

function Shown() {
  return use(ShownContext);
}

/** Draws a component as the console would, in one language. */
export async function show(node: ReactNode, language: Language = "en", at = "/") {
  const texts = await textsIn(language);
  const router = createMemoryRouter([{ path: "*", element: <Shown /> }], { initialEntries: [at] });
  const whole = (inner: ReactNode) => (
    <I18nextProvider i18n={texts}>
      <ShownContext value={inner}>
        <RouterProvider router={router} />
      </ShownContext>
    </I18nextProvider>
  );
  const drawn = render(whole(node));
  // What is drawn once data or focus has settled.
  await act(async () => undefined);
  return { ...drawn, router, redraw: (next: ReactNode) => drawn.rerender(whole(next)) };
}

/** Where the page is, for tests that go somewhere. */
export function Address() {
  const { pathname, search } = useLocation();
  return <p data-testid="address">{`${pathname}${search}`}</p>;
}
