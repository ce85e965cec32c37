import { type ReactNode, useEffect, useState } from "react";
import { isLanguage, type Language, otherLanguage, preferredLanguage, rememberLanguage } from "../i18n/language.ts";
import { useDesk } from "./desk/use-desk.ts";
import { LostLinkPage } from "./lost/LostLinkPage.tsx";
import { StandsForPage } from "./parts/StandsForPage.tsx";
import { RequestForm } from "./request/RequestForm.tsx";
import { ReaderContext, textsIn } from "./texts/reader.ts";
import { TrackPage } from "./track/TrackPage.tsx";

/** `/r/new` is the form, `/r/lost` sends a link again; behind every other address of ours is a private link. */
export function CustomerApp({ address }: { readonly address: string }): ReactNode {
  const [language, setLanguage] = useState(() => languageInAddress() ?? preferredLanguage());
  const token = /^\/r\/([^/]+)/.exec(address)?.[1] ?? "new";
  const t = textsIn[language];
  const desk = useDesk(language);
  const title = { new: t.formTitle, lost: t.lost.title }[token] ?? t.trackTitle;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
  const switchLanguage = () => {
    rememberLanguage(otherLanguage(language));
    rememberForDocuments(otherLanguage(language));
    setLanguage(otherLanguage(language));
  };
  return (
    <ReaderContext value={{ language, t, switchLanguage, desk }}>
      <StandsForPage>
        {token === "new" && <RequestForm />}
        {token === "lost" && <LostLinkPage />}
        {token !== "new" && token !== "lost" && <TrackPage token={token} />}
      </StandsForPage>
    </ReaderContext>
  );
}

/** A page that was read without its script was turned into another language by its address. */
function languageInAddress(): Language | null {
  const asked = new URLSearchParams(location.search).get("lang");
  return isLanguage(asked) ? asked : null;
}

/** The server writes the page of a private link before the script runs, and does so in the language that was chosen. */
function rememberForDocuments(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the newer way is not in every browser that customers have
  document.cookie = `redress.language=${language}; path=/r; max-age=31536000; samesite=lax`;
}
