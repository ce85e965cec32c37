import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageThread, Role } from "../../graphql/words.ts";
import { HeldMessages } from "../../threads/HeldMessages.tsx";
import { MentionList, mentionOption } from "../../threads/MentionList.tsx";
import { TemplatePicker } from "../../threads/TemplatePicker.tsx";
import { useMentionBox } from "../../threads/use-mention-box.ts";
import type { Present } from "../../threads/use-presence.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { isComposing } from "../../ui/is-composing.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import type { ActionPlace } from "./action-place.ts";
import { ComposerFoot } from "./ComposerFoot.tsx";
import css from "./composer.module.css";
import { ComposerFragment } from "./composer-operations.ts";
import { ownThread, threadsFor } from "./composer-threads.ts";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { useWords } from "./use-words.ts";
import { newsSince, WhatChanged } from "./WhatChanged.tsx";

const icons: Record<MessageThread, IconName> = { CUSTOMER: "person", MERCHANT: "shop", BANK: "bank", INTERNAL: "lock" };

/** Writes to one side, or a note to the desk. Who will read it is said before the first word, and a note looks like a note. */
export function Composer({
  case: of,
  role,
  viewerId,
  others,
  asked = null,
  onWriting,
  onAttach,
}: {
  readonly case: FragmentOf<typeof ComposerFragment>;
  readonly role: Role;
  readonly viewerId: string;
  /** Colleagues who have the case open. */
  readonly others: readonly Present[];
  /** It was asked for from elsewhere, to write into that thread. */
  readonly asked?: ActionPlace | null;
  /** To whom words are being written; null while the box is empty. */
  readonly onWriting: (thread: MessageThread | null) => void;
  /** The way to where evidence is added. */
  readonly onAttach: () => void;
}) {
  const { t } = useTranslation();
  const found = readFragment(ComposerFragment, of);
  const may = (action: "SEND_MESSAGE" | "ADD_NOTE" | "ATTACH_EVIDENCE") =>
    found.availableActions.some((offer) => offer.action === action && offer.allowed);
  const threads = threadsFor({
    role,
    isBankStage: found.stage !== "REQUEST" && found.stage !== "VERIFICATION",
    mayWrite: may("SEND_MESSAGE"),
    mayNote: may("ADD_NOTE"),
  });
  const [chosen, setChosen] = useState<MessageThread | null>(null);
  const thread = chosen !== null && threads.includes(chosen) ? chosen : threads[0];
  const words = useWords(found, thread);
  const { text, onTheirWay, excess, sending, trouble } = words;
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [isPicking, setPicking] = useState(false);
  const mention = useMentionBox(box, text, { isNote: thread === "INTERNAL", viewerId, onText: words.write });
  const writingTo = text.trim() === "" ? null : (thread ?? null);
  useEffect(
    function tellWriting() {
      onWriting(writingTo);
    },
    [writingTo, onWriting],
  );
  useEffect(
    function beginWhenAsked() {
      if (asked === null || asked.thread === null) return;
      setChosen(asked.thread);
      box.current?.focus();
    },
    [asked],
  );
  if (thread === undefined) return null;
  // A shop or a bank writes in its own thread, and the desk reads it.
  const isOutsider = ownThread[role] !== undefined;
  const placeholder = isOutsider ? t("composer.placeholderDesk") : t(`composer.placeholder.${thread}`);

  function send(event?: FormEvent<HTMLFormElement>): void {
    event?.preventDefault();
    box.current?.focus();
    void words.send(mention.calledIn);
  }

  function takeUp(to: MessageThread, body: string): void {
    words.putBack(to, body);
    setChosen(to);
    box.current?.focus();
  }

  function label(value: MessageThread): string {
    if (isOutsider) return t("composer.desk");
    return value === "CUSTOMER" && found.customer !== null ? found.customer.name : t(`messageThread.${value}`);
  }

  const warned = others.find(({ state, thread: to }) => state === "WRITING" && to === thread);

  return (
    <>
      <HeldMessages case={found} onTakenBack={takeUp} />
      {onTheirWay !== null && (
        <p className={thread === "INTERNAL" ? css.savingNote : css.saving} role="status">
          {onTheirWay} <small>{t("sheet.pending")}</small>
        </p>
      )}
      <form className={`${css.composer} ${thread === "INTERNAL" ? css.note : ""}`} onSubmit={send}>
        <div className={css.to}>
          <span aria-hidden="true">{t("composer.to")}</span>
          <Segments
            legend={t("composer.to")}
            value={thread}
            onChange={setChosen}
            options={threads.map((value) => ({ value, label: label(value), icon: icons[value] }))}
          />
        </div>
        <textarea
          ref={box}
          id="composer"
          aria-label={placeholder}
          placeholder={placeholder}
          rows={2}
          value={text}
          aria-autocomplete={thread === "INTERNAL" ? "list" : undefined}
          aria-controls={mention.active === null ? undefined : list}
          aria-activedescendant={mention.active === null ? undefined : mentionOption(list, mention.active)}
          onChange={({ target }) => {
            words.write(target.value);
            mention.typed(target.selectionStart);
          }}
          onSelect={({ currentTarget }) => mention.moved(currentTarget.selectionStart)}
          onKeyDown={(event) => {
            if (mention.press(event) || isComposing(event)) return;
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
          }}
        />
        {thread === "INTERNAL" && (
          <MentionList id={list} colleagues={mention.callable} active={mention.active} onChoose={mention.call} />
        )}
        {warned !== undefined && (
          <p className={css.warning} role="status">
            <Icon name="pen" size="s" />
            {t(`threads.writingTo.${thread}`, { name: warned.staff.name })}
          </p>
        )}
        {newsSince(found, words.since, viewerId).length > 0 && (
          <Notice
            kind="changed"
            title={t("threads.newsTitle")}
            action={
              <Button size="small" onClick={() => words.see(thread)}>
                {t("threads.newsSeen")}
              </Button>
            }
          >
            <WhatChanged case={found} since={words.since} viewerId={viewerId} />
          </Notice>
        )}
        {trouble !== null && trouble.__typename !== "StaleCase" && <OutcomeNotice trouble={trouble} />}
        {trouble?.__typename === "StaleCase" && <Notice kind="changed" title={t("threads.noteStale")} />}
        <ComposerFoot
          {...{ thread, excess, sending, customer: found.customer, isEmpty: text.trim() === "" }}
          onAttach={may("ATTACH_EVIDENCE") ? onAttach : null}
          onTemplate={isOutsider || thread === "INTERNAL" ? null : () => setPicking(true)}
        />
      </form>
      {isPicking && (
        <TemplatePicker
          caseId={found.id}
          thread={thread}
          readerLanguage={thread === "CUSTOMER" && found.customer?.locale === "EN" ? "en" : "zh"}
          onInsert={(filled) => {
            words.append(filled);
            box.current?.focus();
          }}
          onClose={() => {
            setPicking(false);
            // Once the dialog has given the focus back to what opened it.
            requestAnimationFrame(() => box.current?.focus());
          }}
        />
      )}
    </>
  );
}
