import { timeText } from "../../i18n/times.ts";
import { FailureNote } from "../parts/FailureNote.tsx";
import { Headline, Page } from "../parts/Page.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { usePlainPage } from "../parts/use-plain-page.ts";
import { useReader } from "../texts/reader.ts";
import { TrackedView } from "./TrackedView.tsx";
import css from "./track.module.css";
import { useTracked } from "./use-tracked.ts";

/** Behind the private link: how the matter stands, and what its customer can do. */
export function TrackPage({ token }: { readonly token: string }) {
  const { t, language } = useReader();
  const { tracked, missing, failure, readAt, refresh, hold } = useTracked(token);
  const plainStands = usePlainPage(tracked !== null || missing);
  if (plainStands) return null;
  return (
    <Page title={t.trackTitle}>
      {failure !== null && tracked === null && (
        <div className={css.stack}>
          <FailureNote failure={failure} />
          <TouchButton onClick={() => void refresh()}>{t.tryAgain}</TouchButton>
        </div>
      )}
      {failure !== null && readAt !== null && tracked !== null && (
        <p className={css.stale} role="status">
          {t.track.stale(timeText(readAt, language))}
        </p>
      )}
      {missing && (
        <div className={css.stack}>
          <Headline takesFocus>{t.track.notFoundTitle}</Headline>
          <p>{t.track.notFound}</p>
          <a className={css.link} href="/r/lost">
            {t.lost.link}
          </a>
          <a className={css.link} href="/r/new">
            {t.track.newRequest}
          </a>
        </div>
      )}
      {tracked === null && !missing && failure === null && (
        <p className={css.loading} role="status">
          {t.track.loading}
        </p>
      )}
      {tracked !== null && <TrackedView {...{ tracked, token, refresh, hold }} />}
    </Page>
  );
}
