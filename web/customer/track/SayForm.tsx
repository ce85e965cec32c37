import { type FormEvent, useState } from "react";
import { focusFirstWrong } from "../../ui/focus-first-wrong.ts";
import { isTooLong } from "../parts/is-too-long.ts";
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
  /** It stands where what was pressed has gone: it takes the focus over. */
  readonly takesFocus?: boolean;
  /** Under which name the words are kept until they are sent. */
  readonly keptAs: string;
  /** The last that its writer has said already. */
  readonly lastSaid?: string | null;
  readonly state: ActionState;
  /** True once it was sent; until then what was typed stays. */
  readonly send: (message: string) => Promise<boolean>;
}

type Fault = "missing" | "tooLong" | null;

function faultOf(message: string): Fault {
  if (message.trim() === "") return "missing";
  return isTooLong(message) ? "tooLong" : null;
}

/** Words of the customer, sent with one button. */
export function SayForm({
  label,
  button,
  filled = false,
  takesFocus = false,
  keptAs,
  lastSaid = null,
  state,
  send,
}: Props) {
  const { t } = useReader();
  const { words, write, leave } = useKeptWords(keptAs, lastSaid, state.kind === "busy");
  const [found, setFound] = useState<Fault>(null);
  const wrong = found === faultOf(words) ? found : null;
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fault = faultOf(words);
    setFound(fault);
    if (fault !== null) return focusFirstWrong(event.currentTarget);
    if (await send(words)) leave(words);
  }
  return (
    <form className={css.say} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        {...{ label, value: words, rows: 3, takesFocus }}
        error={wrong && { missing: t.track.messageMissing, tooLong: t.details.tooLong }[wrong]}
        onChange={write}
      />
      <ActionNote state={state} />
      <TouchButton type="submit" look={filled ? "filled" : "outlined"} busy={state.kind === "busy"}>
        {state.kind === "busy" ? t.working : button}
      </TouchButton>
    </form>
  );
}
