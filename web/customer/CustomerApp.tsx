import { type ReactNode, useEffect, useState } from "react";
import { otherLanguage, preferredLanguage, rememberLanguage } from "../i18n/language.ts";
import { LostLinkPage } from "./lost/LostLinkPage.tsx";
import { RequestForm } from "./request/RequestForm.tsx";
import { ReaderContext, textsIn } from "./texts/reader.ts";
import { TrackPage } from "./track/TrackPage.tsx";

/** `/r/new` is the form, `/r/lost` sends a link again; behind every other address of ours is a private link. */
export function CustomerApp({ address }: { readonly address: string }): ReactNode {
  const [language, setLanguage] = useState(preferredLanguage);
  const token = /^\/r\/([^/]+)/.exec(address)?.[1] ?? "new";
  const t = textsIn[language];
  const title = { new: t.formTitle, lost: t.lost.title }[token] ?? t.trackTitle;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
  const switchLanguage = () => {
    rememberLanguage(otherLanguage(language));
    setLanguage(otherLanguage(language));
  };
  return (
    <ReaderContext value={{ language, t, switchLanguage }}>
      {token === "new" && <RequestForm />}
      {token === "lost" && <LostLinkPage />}
      {token !== "new" && token !== "lost" && <TrackPage token={token} />}
    </ReaderContext>
  );
}
