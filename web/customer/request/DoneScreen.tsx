import { useState } from "react";
import { copyText } from "../../ui/copy-text.ts";
import { Headline } from "../parts/Page.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { tenMegabytes, UploadFiles } from "../parts/UploadFiles.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./done.module.css";
import { KeptProof } from "./KeptProof.tsx";
import { linkOf, type Submitted } from "./submitted.ts";
import { useNext } from "./use-next.ts";

/** The number, the private link, what happens next and by when. */
export function DoneScreen({
  submitted,
  onTold,
  onAnother,
}: {
  readonly submitted: Submitted;
  /** The same, told in another language. */
  readonly onTold: (submitted: Submitted) => void;
  readonly onAnother: () => void;
}) {
  const { t } = useReader();
  const [copied, setCopied] = useState<"copied" | "copyByHand" | null>(null);
  const { number, token, caseId } = submitted;
  const next = useNext(submitted, onTold);
  const link = linkOf(token);
  // Where it cannot be copied the link is there to be pressed.
  const copy = async () => setCopied((await copyText(link)) ? "copied" : "copyByHand");
  return (
    <div className={css.done}>
      <Headline takesFocus>{t.done.title}</Headline>
      <section className={css.box}>
        <h2>{t.done.nextTitle}</h2>
        <p>
          <Sentence text={next} />
        </p>
      </section>
      <section className={css.box}>
        <h2>{t.done.number}</h2>
        <p className={css.number}>{number}</p>
        <h2>{t.done.link}</h2>
        <a className={css.link} href={link}>
          {link}
        </a>
        <p className={css.help}>{t.done.linkHelp}</p>
        <TouchButton onClick={() => void copy()}>{t.done.copy}</TouchButton>
        <p className={css.help} role="status">
          {copied === null ? "" : t.done[copied]}
        </p>
      </section>
      {caseId !== null && (
        <section className={css.box}>
          <h2>{t.done.photoTitle}</h2>
          <p className={css.help}>{t.done.photoHelp}</p>
          <KeptProof caseId={caseId} token={token} mostBytes={tenMegabytes} />
          <UploadFiles caseId={caseId} token={token} />
        </section>
      )}
      <a className={css.open} href={link}>
        {t.done.open}
      </a>
      <TouchButton look="quiet" onClick={onAnother}>
        {t.done.another}
      </TouchButton>
    </div>
  );
}
