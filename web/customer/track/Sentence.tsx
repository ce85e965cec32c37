import css from "./track.module.css";

/** Each sentence begins a line of its own, and no line ends between a number and what it counts. */
export function Sentence({ text }: { readonly text: string }) {
  const whole = text.replace(/\b([A-Z]{3}) (?=\d)/g, "$1\u00a0").replace(/(\d) (?=[A-Z][a-z])/g, "$1\u00a0");
  return whole.split(/(?<=[。！？])|(?<=[.!?] )(?=[A-Z])/).map((sentence) => (
    <span key={sentence} className={css.sentence}>
      {sentence}
    </span>
  ));
}
