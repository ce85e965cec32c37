import { type FormEvent, useState } from "react";
import { TextField } from "../parts/TextField.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useReader } from "../texts/reader.ts";
import { ActionNote } from "./ActionNote.tsx";
import css from "./track.module.css";
import type { ActionState } from "./use-action.ts";
import { useKeptWords } from "./use-kept-words.ts";

interface Props {
  readonly label: string;
  readonly button: string;
  readonly filled?: boolean;
  /** Under which name the words are kept until they are sent. */
  readonly keptAs: string;
  readonly state: ActionState;
  /** True once it was sent; until then what was typed stays. */
  readonly send: (message: string) => Promise<boolean>;
}

/** Words of the customer, sent with one button. */
export function SayForm({ label, button, filled = false, keptAs, state, send }: Props) {
  const { t } = useReader();
  const [message, setMessage] = useKeptWords(keptAs);
  const [missing, setMissing] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMissing(message.trim() === "");
    if (message.trim() !== "" && (await send(message))) setMessage("");
  }
  return (
    <form className={css.say} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        {...{ label, value: message, rows: 3, error: missing ? t.track.messageMissing : null }}
        onChange={setMessage}
      />
      <ActionNote state={state} />
      <TouchButton type="submit" look={filled ? "filled" : "outlined"} busy={state.kind === "busy"}>
        {state.kind === "busy" ? t.working : button}
      </TouchButton>
    </form>
  );
}
