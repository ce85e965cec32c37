import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { newKey } from "../../graphql/new-key.ts";
import type { MessageThread, Role } from "../../graphql/words.ts";
import { HeldMessages, HeldMessagesFragment } from "../../threads/HeldMessages.tsx";
import { MentionList } from "../../threads/MentionList.tsx";
import { completed, fitting, mentionBegun, mentionedIn } from "../../threads/mentions.ts";
import { TemplatePicker } from "../../threads/TemplatePicker.tsx";
import { useColleagues } from "../../threads/use-colleagues.ts";
import type { Present } from "../../threads/use-presence.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import type { ActionPlace } from "./action-place.ts";
import css from "./composer.module.css";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { CaseActionOutcomeFragment } from "./outcome.ts";
import { useKeptText } from "./use-kept-text.ts";
import { useSendAction } from "./use-send-action.ts";
import { latestSequence, newsSince, WhatChanged, WhatChangedFragment } from "./WhatChanged.tsx";

export const ComposerFragment = graphql(
  `
  fragment Composer_case on Case {
    id
    version
    stage
    customer {
      id
      name
      locale
    }
    availableActions {
      action
      allowed
    }
    ...HeldMessages_case
    ...WhatChanged_case
  }
`,
  [HeldMessagesFragment, WhatChangedFragment],
);

const HoldMessage = graphql(
  `
    mutation holdMessage($input: HoldMessageInput!) {
      result: holdMessage(input: $input) {
        __typename
        ... on MessageHeld {
          case {
            id
            ...HeldMessages_case
          }
        }
        ... on ActionRefused {
          message
          reasons {
            code
            message
          }
        }
        ... on CaseNotFound {
          message
        }
        ... on KeyReused {
          message
        }
      }
    }
  `,
  [HeldMessagesFragment],
);

const AddNote = graphql(
  `
    mutation addNote($input: AddNoteInput!) {
      result: addNote(input: $input) {
        ...CaseActionOutcome_result
      }
    }
  `,
  [CaseActionOutcomeFragment],
);

const icons: Record<MessageThread, IconName> = { CUSTOMER: "person", MERCHANT: "shop", BANK: "bank", INTERNAL: "lock" };

/** Whose thread each role writes into; the desk writes to everybody. */
const ownThread: Partial<Record<Role, MessageThread>> = { MERCHANT_VERIFIER: "MERCHANT", BANK_OFFICER: "BANK" };

const LONGEST = 4000;

/** Writes to one side, or a note to the desk. Who will read it is said before the first word, and a note looks like a note. */
export function Composer({
  case: of,
  role,
  viewerId,
  others,
  asked = null,
  onWriting,
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
}) {
  const { t } = useTranslation();
  const found = readFragment(ComposerFragment, of);
  const may = (action: "SEND_MESSAGE" | "ADD_NOTE") =>
    found.availableActions.some((offer) => offer.action === action && offer.allowed);
  const threads = threadsFor(
    role,
    found.stage !== "REQUEST" && found.stage !== "VERIFICATION",
    may("SEND_MESSAGE"),
    may("ADD_NOTE"),
  );
  const [chosen, setChosen] = useState<MessageThread | null>(null);
  const thread = chosen !== null && threads.includes(chosen) ? chosen : threads[0];
  const { text, key, since, setText, seen, clear } = useKeptText(
    `${found.id}.${thread ?? "none"}`,
    newKey,
    latestSequence(found),
  );
  const { sending, trouble, send, hold } = useSendAction();
  const box = useRef<HTMLTextAreaElement>(null);
  /** A note that is shown as written while the server is asked; a no puts it back into the box. */
  const [saving, setSaving] = useState<string | null>(null);
  const [isPicking, setPicking] = useState(false);
  const [caret, setCaret] = useState(0);
  const [isListShut, setListShut] = useState(false);
  const begun = thread === "INTERNAL" && !isListShut ? mentionBegun(text, caret) : null;
  const colleagues = useColleagues(thread === "INTERNAL", begun);
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
  const excess = text.length - LONGEST;
  // A shop or a bank writes in its own thread, and the desk reads it.
  const isOutsider = ownThread[role] !== undefined;
  const placeholder = isOutsider ? t("composer.placeholderDesk") : t(`composer.placeholder.${thread}`);

  async function submit(event?: FormEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault();
    const message = text.trim();
    if (message === "" || excess > 0 || thread === undefined || sending) return;
    const common = { caseId: found.id, idempotencyKey: key, message };
    const mentions = mentionedIn(message, colleagues).map(({ id }) => id);
    if (thread === "INTERNAL") setSaving(message);
    const isSent =
      thread === "INTERNAL"
        ? await send((client) =>
            client.mutation(AddNote, { input: { ...common, expectedVersion: found.version, mentions } }).toPromise(),
          )
        : await hold((client) => client.mutation(HoldMessage, { input: { ...common, thread } }).toPromise());
    setSaving(null);
    if (isSent) clear();
    box.current?.focus();
  }

  /** What was taken back stands before whatever has been typed since. */
  function putBack(to: MessageThread, body: string): void {
    setChosen(to);
    setText(to === thread && text.trim() !== "" ? `${body}\n\n${text}` : body);
    box.current?.focus();
  }

  /** A template stands behind what is typed already, and never instead of it. */
  function insert(filled: string): void {
    setText(text.trim() === "" ? filled : `${text.trimEnd()}\n\n${filled}`);
    box.current?.focus();
  }

  const callable = begun === null ? [] : fitting(colleagues, begun).slice(0, 6);

  function call(name: string): void {
    const [next, at] = completed(text, caret, begun ?? "", name);
    setText(next);
    setCaret(at);
    setListShut(true);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(at, at);
    });
  }

  function label(value: MessageThread): string {
    if (isOutsider) return t("composer.desk");
    return value === "CUSTOMER" && found.customer !== null ? found.customer.name : t(`messageThread.${value}`);
  }

  const warned = others.find(({ state, thread: to }) => state === "WRITING" && to === thread);

  return (
    <>
      <HeldMessages case={found} onTakenBack={putBack} />
      {saving !== null && (
        <p className={css.saving} role="status">
          {saving} <small>{t("sheet.pending")}</small>
        </p>
      )}
      <form
        className={`${css.composer} ${thread === "INTERNAL" ? css.note : ""}`}
        onSubmit={(event) => void submit(event)}
      >
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
          value={saving === null ? text : ""}
          readOnly={saving !== null}
          onChange={({ target }) => {
            setText(target.value);
            setCaret(target.selectionStart);
            setListShut(false);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return void submit();
            if (callable.length === 0) return;
            if (event.key === "Escape") {
              event.stopPropagation();
              setListShut(true);
            } else if (
              (event.key === "Enter" || event.key === "Tab") &&
              !event.nativeEvent.isComposing &&
              callable[0] !== undefined
            ) {
              event.preventDefault();
              call(callable[0].name);
            }
          }}
        />
        {callable.length > 0 && <MentionList colleagues={callable} onChoose={call} />}
        {warned !== undefined && (
          <p className={css.warning} role="status">
            <Icon name="pen" size="s" />
            {t(`threads.writingTo.${thread}`, { name: warned.staff.name })}
          </p>
        )}
        {newsSince(found, since, viewerId).length > 0 && (
          <Notice
            kind="changed"
            title={t("threads.newsTitle")}
            action={
              <Button size="small" onClick={seen}>
                {t("threads.newsSeen")}
              </Button>
            }
          >
            <WhatChanged case={found} since={since} viewerId={viewerId} />
          </Notice>
        )}
        {trouble !== null && trouble.__typename !== "StaleCase" && <OutcomeNotice trouble={trouble} />}
        {trouble?.__typename === "StaleCase" && <Notice kind="changed" title={t("threads.noteStale")} />}
        <div className={css.foot}>
          <span className={css.ways}>
            {!isOutsider && thread !== "INTERNAL" && (
              <Button look="ghost" size="small" aria-haspopup="dialog" onClick={() => setPicking(true)}>
                <Icon name="document" size="s" />
                {t("threads.template")}
              </Button>
            )}
            <span>
              {excess > 0
                ? t("composer.tooLong", { count: excess })
                : thread === "INTERNAL"
                  ? t("threads.mentionHint")
                  : t("threads.heldHint")}
            </span>
          </span>
          <Button
            type="submit"
            size="small"
            className={css.send}
            busy={sending}
            disabled={text.trim() === "" || excess > 0}
          >
            <Icon name={thread === "INTERNAL" ? "lock" : "send"} size="s" />
            {thread === "INTERNAL" ? t("composer.save") : t("composer.send")}
          </Button>
        </div>
      </form>
      {isPicking && (
        <TemplatePicker
          caseId={found.id}
          thread={thread}
          readerLanguage={thread === "CUSTOMER" && found.customer?.locale === "EN" ? "en" : "zh"}
          onInsert={insert}
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

function threadsFor(role: Role, isBankStage: boolean, mayWrite: boolean, mayNote: boolean): readonly MessageThread[] {
  const own = ownThread[role];
  const outside: MessageThread[] =
    own === undefined ? ["CUSTOMER", "MERCHANT", ...(isBankStage ? (["BANK"] as const) : [])] : [own];
  return [...(mayWrite ? outside : []), ...(mayNote ? (["INTERNAL"] as const) : [])];
}
