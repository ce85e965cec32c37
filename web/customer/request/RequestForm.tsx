import { useCallback, useEffect, useState } from "react";
import { newKey } from "../../graphql/new-key.ts";
import { deskCurrency } from "../../i18n/desk.ts";
import { Page } from "../parts/Page.tsx";
import { usePlainPage } from "../parts/use-plain-page.ts";
import { forgetPhoto } from "../scan/kept-photo.ts";
import { useReader } from "../texts/reader.ts";
import { ConfirmScreen } from "./ConfirmScreen.tsx";
import { ContactScreen } from "./ContactScreen.tsx";
import { DetailsScreen } from "./DetailsScreen.tsx";
import { DoneScreen } from "./DoneScreen.tsx";
import { changedDraft, type Draft, emptyDraft, forgetDraft, isDraftKept, loadDraft, saveDraft } from "./draft.ts";
import { Progress } from "./Progress.tsx";
import { ReasonScreen } from "./ReasonScreen.tsx";
import { SlipScreen } from "./SlipScreen.tsx";
import { type Screen, screenAt, screenBefore } from "./screens.ts";
import { keepSubmitted, keptSubmitted, type Submitted } from "./submitted.ts";

/** The customer's form: one question a screen, the screen in the address, everything saved as it is typed. */
export function RequestForm() {
  const { t, desk } = useReader();
  usePlainPage(true);
  const [draft, setDraft] = useState(openDraft);
  const [address, setAddress] = useState(() => location.hash);
  const [hasMoved, setMoved] = useState(false);
  const [submitted, setSubmitted] = useState(keptSubmitted);
  const change = useCallback((change: Partial<Draft>) => setDraft((before) => changedDraft(before, change)), []);
  useEffect(() => {
    if (submitted === null) saveDraft(draft);
  }, [draft, submitted]);
  useEffect(() => {
    const follow = () => {
      setMoved(true);
      setAddress(location.hash);
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  const go = (screen: Screen) => {
    // The key of this request: from here on it can be sent, and sent again, and is one request all the same.
    if (screen === "contact") setDraft((before) => ({ ...before, key: before.key ?? newKey() }));
    location.hash = screen;
    setMoved(true);
    setAddress(`#${screen}`);
    scrollTo(0, 0);
  };
  const keep = (done: Submitted) => {
    keepSubmitted(done);
    setSubmitted(done);
  };
  const finish = (done: Submitted) => {
    forgetDraft();
    keep(done);
  };
  const startAgain = () => {
    keepSubmitted(null);
    setSubmitted(null);
    setDraft(emptyDraft);
    void forgetPhoto();
    go("slip");
  };

  const screen = screenAt(address, draft);
  const currency = draft.currency ?? desk?.currency ?? deskCurrency();
  const props = { draft: { ...draft, currency }, change, go };
  return (
    <Page title={t.formTitle}>
      {submitted !== null ? (
        <DoneScreen submitted={submitted} onTold={keep} onAnother={startAgain} />
      ) : (
        <>
          <Progress screen={screen} onBack={() => go(screenBefore(screen, draft))} />
          {screen === "slip" && <SlipScreen {...props} takesFocus={hasMoved} />}
          {screen === "confirm" && <ConfirmScreen {...props} />}
          {screen === "reason" && <ReasonScreen {...props} />}
          {screen === "details" && <DetailsScreen {...props} />}
          {screen === "contact" && <ContactScreen {...props} onSubmitted={finish} />}
        </>
      )}
    </Page>
  );
}

/** Where nothing is begun or just sent, a photo that waits on this device is of another slip, and no proof of this one. */
function openDraft(): Draft {
  if (!isDraftKept() && keptSubmitted() === null) void forgetPhoto();
  return loadDraft();
}
