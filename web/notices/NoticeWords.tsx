import { Fragment, type ReactNode } from "react";
import { wholeWords, withKeys } from "../ui/whole-words.tsx";
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
      {!isShort && <p className={css.subject}>{wholeWords(subject)}</p>}
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
      <Fragment key={key}>{wholeWords(piece)}</Fragment>
    ),
  );
}
