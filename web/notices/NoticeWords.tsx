import { Fragment, type ReactNode } from "react";
import { wholeAmounts } from "../ui/whole-amounts.ts";
import css from "./notice-words.module.css";

interface NoticeWordsProps {
  readonly locale: "ZH_CN" | "EN";
  readonly subject: string;
  readonly body: string;
  readonly isShort: boolean;
}

/** A notice as its reader sees it, in their language. Addresses of this desk are links. */
export function NoticeWords({ locale, subject, body, isShort }: NoticeWordsProps) {
  return (
    <blockquote className={css.words} lang={locale === "ZH_CN" ? "zh-CN" : "en"} data-short={isShort}>
      {!isShort && <p className={css.subject}>{numbered(subject)}</p>}
      {withKeys(body.split("\n\n")).map(([key, paragraph]) => (
        <p key={key}>{linked(paragraph)}</p>
      ))}
    </blockquote>
  );
}

const address =
  /(https?:\/\/[^\s，。（）]+|\/(?:r|n|cases|learn|join)\/[^\s，。（）]+|\/(?:approvals|webhooks|audit|training)[^\s，。（）]*)/;

function linked(paragraph: string): readonly ReactNode[] {
  return withKeys(paragraph.split(address)).map(([key, piece]) =>
    address.test(piece) ? (
      <a key={key} href={piece}>
        {piece}
      </a>
    ) : (
      <Fragment key={key}>{numbered(piece)}</Fragment>
    ),
  );
}

const caseNumber = /(\b[A-Z]{2,4}-\d{2}-\d{6}\b)/;

/** No line ends within the number of a case, as none does within an amount. */
function numbered(text: string): readonly ReactNode[] {
  return withKeys(text.split(caseNumber)).map(([key, piece]) =>
    caseNumber.test(piece) ? (
      <span key={key} className="whole">
        {piece}
      </span>
    ) : (
      wholeAmounts(piece)
    ),
  );
}

/** Pieces of one text in their order; the same words may stand twice. */
function withKeys(pieces: readonly string[]): readonly (readonly [string, string])[] {
  return pieces.map((piece, index) => [`${index} ${piece}`, piece]);
}
