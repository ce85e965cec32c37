import { Fragment } from "react";
import css from "./sentence.module.css";

/** What no line may end within: a day, an amount with its currency, a card with its digits. */
const together =
  /((?:\d{4}年)?\d+月\d+日|星期.|\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z]{3} \d[\d,.]*\d|尾号 \d{4}|ending \d{4})/;

/** More in a row than a phone has room for in the large type: its line would end anywhere, even before the full stop. */
const long = /(\p{Script=Han}{11,})/u;

/** Missing in browsers that some customers still have: theirs end the line where they must. */
const words = "Segmenter" in Intl ? new Intl.Segmenter("zh-CN", { granularity: "word" }) : null;

const endsInHan = /\p{Script=Han}$/u;
const beginsWithHan = /^\p{Script=Han}/u;

/**
 * Each sentence begins a line of its own, and what is read as one thing stays on one line. A Chinese line ends beside such a
 * thing, or between clauses, or where a clause is too long for it between words, rather than within a word.
 */
export function Sentence({ text }: { readonly text: string }) {
  return text.split(/(?<=[。！？])|(?<=[.!?] )(?=[A-Z])/).map((sentence) => (
    <span key={sentence} className={css.sentence}>
      {sentence.split(together).map((piece, index, { [index - 1]: before = "", [index + 1]: after = "" }) =>
        index % 2 === 0 ? (
          piece
            .split(long)
            .map((run, place) =>
              place % 2 === 0 || words === null ? run : <Words key={run} run={words.segment(run)} />,
            )
        ) : (
          <Fragment key={piece}>
            {(endsInHan.test(before) || (before === "" && index > 1)) && <wbr />}
            <span className={css.together}>{piece}</span>
            {beginsWithHan.test(after) && <wbr />}
          </Fragment>
        ),
      )}
    </span>
  ));
}

function Words({ run }: { readonly run: Intl.Segments }) {
  return [...run].map(({ segment, index }) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {segment}
    </Fragment>
  ));
}
