import { useState } from "react";
import { dayOf, longDayText, timeText } from "../../i18n/times.ts";
import { Headline } from "../parts/Page.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { UploadFiles } from "../parts/UploadFiles.tsx";
import { useReader } from "../texts/reader.ts";
import { ContestRow } from "./ContestRow.tsx";
import { FilesList } from "./FilesList.tsx";
import { Messages } from "./Messages.tsx";
import { MoneyStops } from "./MoneyStops.tsx";
import { NeedBox } from "./NeedBox.tsx";
import { OfferBox } from "./OfferBox.tsx";
import { RefusalBox } from "./RefusalBox.tsx";
import { Row } from "./Row.tsx";
import css from "./track.module.css";
import type { Door } from "./use-action.ts";
import { WithdrawRow } from "./WithdrawRow.tsx";
import { WriteRow } from "./WriteRow.tsx";

/** One sentence of state, where the money is, what is needed, and the ways on. */
export function TrackedView(door: Door) {
  const { t, language } = useReader();
  const { tracked, token, refresh } = door;
  const { id, number, merchantName, sentence, updatedAt, evidence, evidenceLimits, need, offer, refusal } = tracked;
  const [wasAsked, setWasAsked] = useState(false);
  if (need !== null && !wasAsked) setWasAsked(true);
  const { expectedArrivalOn } = tracked;
  const arrives = expectedArrivalOn === null ? null : longDayText(expectedArrivalOn, language, new Date());
  const may = (action: string) => tracked.actions.some((offered) => offered.action === action && offered.allowed);
  const upload = { caseId: id, token, mostBytes: evidenceLimits.bytes, onSent: () => void refresh() };
  return (
    <>
      <p className={css.number}>
        <span className="whole">{number}</span> · {merchantName}
      </p>
      <div aria-live="polite">
        <Headline>
          <Sentence text={sentence} />
        </Headline>
      </div>
      <p className={css.when}>
        {t.track.updated(`${longDayText(dayOf(updatedAt), language, new Date())} ${timeText(updatedAt, language)}`)}
      </p>
      <MoneyStops tracked={tracked} />
      {tracked.outcome === "EXPIRED" && (
        <a className={css.link} href="/r/new">
          {t.track.newRequest}
        </a>
      )}
      {tracked.refundedOn !== null && (
        <>
          <a className={css.link} href={`/r/${token}/receipt`}>
            {t.track.receipt}
          </a>
          {!tracked.isPaidOutside && <p className={css.help}>{t.track.receiptHelp(arrives)}</p>}
        </>
      )}
      {need !== null && <NeedBox door={door} need={need} upload={upload} />}
      {offer !== null && <OfferBox door={door} offer={offer} />}
      {refusal !== null && <RefusalBox {...{ door, refusal }} />}
      <Messages messages={tracked.messages} />
      <FilesList files={evidence} />
      <div className={css.rows}>
        {refusal === null && <ContestRow {...door} />}
        {may("SEND_MESSAGE") && need === null && <WriteRow {...{ door, wasAsked }} />}
        {may("ATTACH_EVIDENCE") && need === null && (
          <Row icon="camera" title={t.track.photos} help={t.track.photosHelp}>
            <UploadFiles {...upload} />
          </Row>
        )}
        <WithdrawRow {...door} />
      </div>
    </>
  );
}
