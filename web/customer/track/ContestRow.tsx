import { useReader } from "../texts/reader.ts";
import { Row } from "./Row.tsx";
import { SayForm } from "./SayForm.tsx";
import css from "./track.module.css";
import { ContestDecisionMutation } from "./track-operations.ts";
import { type Door, useAction } from "./use-action.ts";

/** After a refusal only; where its time is over, that is said. */
export function ContestRow(door: Door) {
  const { t } = useReader();
  const keptAs = `${door.tracked.id}.contest`;
  const { state, act } = useAction(door, ContestDecisionMutation, { keptAs });
  const contest = door.tracked.actions.find(({ action }) => action === "CONTEST_DECISION");
  if (contest === undefined) return null;
  return (
    <Row icon="flag" title={t.track.contest} help={t.track.contestHelp}>
      {contest.allowed ? (
        <SayForm
          {...{ keptAs, label: t.track.contestLabel, button: t.track.contestSend, state }}
          send={(message) => act((told) => ({ ...told, message }))}
        />
      ) : (
        contest.reasons.map(({ message }) => (
          <p key={message} className={css.help}>
            {message}
          </p>
        ))
      )}
    </Row>
  );
}
