import { useReader } from "../texts/reader.ts";
import { Row } from "./Row.tsx";
import { SayForm } from "./SayForm.tsx";
import css from "./track.module.css";
import { SendMessageMutation } from "./track-operations.ts";
import { type Door, useAction } from "./use-action.ts";
import { keptWords } from "./use-kept-words.ts";

/** An answer and a message are the same words: what was asked may be settled before they are sent. */
export const wordsFor = ({ tracked }: Door): string => `${tracked.id}.message`;

/** The field of the answer took the focus with it. */
function focusWhereLost(note: HTMLElement | null): void {
  if (document.activeElement === document.body) note?.focus();
}

interface Props {
  readonly door: Door;
  /** Something was asked for a moment ago, and is no longer. */
  readonly wasAsked: boolean;
}

/** A message to the desk; it stands open where words are left over. */
export function WriteRow({ door, wasAsked }: Props) {
  const { t } = useReader();
  const { state, act } = useAction(door, SendMessageMutation, { holds: "whatever", keptAs: wordsFor(door) });
  const lastSaid = door.tracked.messages.findLast(({ byCustomer }) => byCustomer)?.body ?? null;
  const left = keptWords(wordsFor(door), lastSaid) !== "";
  return (
    <Row icon="pen" title={t.track.write} help={t.track.writeHelp} open={left}>
      {wasAsked && left && (
        <p className={css.help} role="status" tabIndex={-1} ref={focusWhereLost}>
          {t.track.need.settled}
        </p>
      )}
      <SayForm
        keptAs={wordsFor(door)}
        {...{ lastSaid, label: t.track.writeLabel, button: t.track.send, state }}
        send={(message) => act((told) => ({ ...told, message, thread: "CUSTOMER" }))}
      />
    </Row>
  );
}
