import { useRef } from "react";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useReader } from "../texts/reader.ts";
import { ActionNote } from "./ActionNote.tsx";
import { Row } from "./Row.tsx";
import css from "./track.module.css";
import { WithdrawCaseMutation } from "./track-operations.ts";
import { type Door, useAction } from "./use-action.ts";

/** Opened, it says what will happen and asks; nothing happens before that is answered. */
export function WithdrawRow(door: Door) {
  const { t } = useReader();
  const inside = useRef<HTMLDivElement>(null);
  const { state, act } = useAction(door, WithdrawCaseMutation);
  const withdraw = door.tracked.actions.find(({ action }) => action === "WITHDRAW");
  if (withdraw === undefined) return null;
  const isSetAside = door.tracked.stops.some(({ stop, state }) => stop === "SET_ASIDE" && state === "HERE");
  function keep(): void {
    const row = inside.current?.closest("details");
    row?.removeAttribute("open");
    // The button that was pressed is shut away with the rest.
    row?.querySelector("summary")?.focus();
  }
  return (
    <Row icon="close" title={t.track.withdraw} help={t.track.withdrawHelp}>
      <div ref={inside} className={css.say}>
        {withdraw.allowed ? (
          <>
            <p>{isSetAside ? t.track.withdrawSetAside : t.track.withdrawSure}</p>
            <ActionNote state={state} />
            <div className={css.pair}>
              <TouchButton busy={state.kind === "busy"} onClick={() => void act((told) => told)}>
                {t.track.withdrawYes}
              </TouchButton>
              <TouchButton look="quiet" onClick={keep}>
                {t.track.keep}
              </TouchButton>
            </div>
          </>
        ) : (
          withdraw.reasons.map(({ message }) => (
            <p key={message} className={css.help}>
              {message}
            </p>
          ))
        )}
      </div>
    </Row>
  );
}
