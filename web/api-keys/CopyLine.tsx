import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { copyText } from "../ui/copy-text.ts";
import css from "./api-keys.module.css";

/** Words that are taken elsewhere as they are, with a press that does it. */
export function CopyLine({
  label,
  text,
  first = false,
}: {
  readonly label: string;
  readonly text: string;
  /** Has the focus when the dialog opens. */
  readonly first?: boolean;
}) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  // Where it cannot be copied the words are there to be selected.
  const copy = async () => setSaid(t((await copyText(text)) ? "apiKeys.copied" : "apiKeys.copyByHand"));
  return (
    <div className={css.copy}>
      <h3>{label}</h3>
      <code>{text.split(goesOn).map(unbroken)}</code>
      <div className={css.press}>
        <Button size="small" data-first-focus={first ? true : undefined} onClick={() => void copy()}>
          {t("apiKeys.copy")}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}

/** The sign that a command goes on stands behind the end of its line, never on a line of its own. */
const goesOn = /(\S \\)(?=\n)/;
const unbroken = (part: string, index: number) =>
  index % 2 === 0 ? (
    part
  ) : (
    <span key={index} className="whole">
      {part}
    </span>
  );
