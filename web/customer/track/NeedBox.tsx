import { Note } from "../parts/Note.tsx";
import { UploadFiles } from "../parts/UploadFiles.tsx";
import { useReader } from "../texts/reader.ts";
import { SayForm } from "./SayForm.tsx";
import css from "./track.module.css";
import { ProvideInformationMutation, type Tracked } from "./track-operations.ts";
import { type Door, useAction } from "./use-action.ts";
import { wordsFor } from "./WriteRow.tsx";

interface Props {
  readonly door: Door;
  readonly need: NonNullable<Tracked["need"]>;
  readonly upload: Parameters<typeof UploadFiles>[0];
}

/** What the desk asked for, in its own words, and the two ways to answer it. */
export function NeedBox({ door, need, upload }: Props) {
  const { t } = useReader();
  const { state, act } = useAction(door, ProvideInformationMutation, { holds: "whatever", keptAs: wordsFor(door) });
  return (
    <Note tone="ask" title={t.track.need.title}>
      <p className={css.words}>{need.text}</p>
      {need.until !== null && <p className={css.help}>{t.track.need.otherwise}</p>}
      <SayForm
        filled
        keptAs={wordsFor(door)}
        {...{ label: t.track.need.answerLabel, button: t.track.need.answer, state }}
        send={(message) => act((told) => ({ ...told, message }))}
      />
      <p className={css.help}>{t.track.need.addPhoto}</p>
      <UploadFiles {...upload} />
    </Note>
  );
}
