import { useState } from "react";
import { type Amount, amountText } from "../../ui/amount.ts";
import { Note } from "../parts/Note.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useReader } from "../texts/reader.ts";
import { ActionNote } from "./ActionNote.tsx";
import { SayForm } from "./SayForm.tsx";
import css from "./track.module.css";
import { AcceptOfferMutation, RejectOfferMutation } from "./track-operations.ts";
import { type Door, useAction } from "./use-action.ts";

/** What is offered: taken with one press, or refused with the reason. */
export function OfferBox({ door, offer }: { readonly door: Door; readonly offer: Amount }) {
  const { t } = useReader();
  const [rejecting, setRejecting] = useState(false);
  const accept = useAction(door, AcceptOfferMutation);
  const keptAs = `${door.tracked.id}.offer`;
  const reject = useAction(door, RejectOfferMutation, { keptAs });
  const { need } = t.track;
  return (
    <Note tone="ask" title={need.offerTitle(amountText(offer))}>
      <p className={css.help}>{need.offerHelp}</p>
      <ActionNote state={accept.state} />
      <div className={css.pair}>
        <TouchButton look="filled" busy={accept.state.kind === "busy"} onClick={() => void accept.act((told) => told)}>
          {need.accept}
        </TouchButton>
        {!rejecting && <TouchButton onClick={() => setRejecting(true)}>{need.reject}</TouchButton>}
      </div>
      {rejecting && (
        <SayForm
          takesFocus
          {...{ keptAs, label: need.rejectLabel, button: need.reject, state: reject.state }}
          send={(message) => reject.act((told) => ({ ...told, message }))}
        />
      )}
    </Note>
  );
}
