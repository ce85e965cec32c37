import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Client } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import type { MessageThread, Role } from "../../graphql/words.ts";
import { languageNames } from "../../i18n/language.ts";
import { HeldMessages, HeldMessagesFragment } from "../../threads/HeldMessages.tsx";
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
import css from "./composer.module.css";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { CaseActionOutcomeFragment } from "./outcome.ts";
import { behind, joined, useKeptText } from "./use-kept-text.ts";
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
      email
      phone
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
            course {
              id
              code
              title
            }
            colleagues {
              id
              name
            }
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

interface Going {
  readonly thread: MessageThread;
  readonly text: string;
}

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
  const threads = threadsFor(
    role,
    found.stage !== "REQUEST" && found.stage !== "VERIFICATION",
    may("SEND_MESSAGE"),
    may("ADD_NOTE"),
  );
  const [chosen, setChosen] = useState<MessageThread | null>(null);
  const thread = chosen !== null && threads.includes(chosen) ? chosen : threads[0];
  const kept = useKeptText(found.id, thread, latestSequence(found));
  const { sending, trouble, send, hold } = useSendAction();
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  /** The words that are on their way. They stand above the box, which is free for more, until the server has answered. */
  const [going, setGoing] = useState<Going | null>(null);
  const [isPicking, setPicking] = useState(false);
  const isGoing = going !== null && going.thread === thread;
  const text = isGoing ? behind(kept.text, going.text) : kept.text;
  const mention = useMentionBox(box, text, thread === "INTERNAL", write);
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

  function write(typed: string): void {
    if (thread !== undefined) kept.write(thread, () => (isGoing ? joined(going.text, typed) : typed));
  }

  async function submit(event?: FormEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault();
    const message = text.trim();
    if (message === "" || excess > 0 || thread === undefined || sending) return;
    setGoing({ thread, text });
    box.current?.focus();
    const isSent =
      thread === "INTERNAL"
        ? await send((client) => addNote(client, thread, message))
        : await hold((client) => {
            const idempotencyKey = kept.keyOf(thread, { message });
            return client
              .mutation(HoldMessage, { input: { caseId: found.id, idempotencyKey, thread, message } })
              .toPromise();
          });
    setGoing(null);
    if (isSent) kept.leave(thread, text);
  }

  /** Who is called is known before the note is sent: a note that calls nobody reaches nobody. */
  async function addNote(client: Client, to: MessageThread, message: string) {
    const called = await mention.calledIn(message);
    if ("error" in called) return called;
    const words = { message, mentions: called.colleagues.map(({ id }) => id).sort() };
    const idempotencyKey = kept.keyOf(to, words);
    return client
      .mutation(AddNote, { input: { ...words, caseId: found.id, expectedVersion: found.version, idempotencyKey } })
      .toPromise();
  }

  /** What was taken back stands in its own thread again, before whatever has been typed there since. */
  function putBack(to: MessageThread, body: string): void {
    kept.write(to, (typed) => joined(body, typed));
    setChosen(to);
    box.current?.focus();
  }

  /** A template stands behind what is typed already, and never instead of it. */
  function insert(filled: string): void {
    write(joined(text.trimEnd(), filled));
    box.current?.focus();
  }

  function label(value: MessageThread): string {
    if (isOutsider) return t("composer.desk");
    return value === "CUSTOMER" && found.customer !== null ? found.customer.name : t(`messageThread.${value}`);
  }

  const warned = others.find(({ state, thread: to }) => state === "WRITING" && to === thread);

  return (
    <>
      <HeldMessages case={found} onTakenBack={putBack} />
      {isGoing && (
        <p className={thread === "INTERNAL" ? css.savingNote : css.saving} role="status">
          {going.text} <small>{t("sheet.pending")}</small>
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
          value={text}
          aria-autocomplete={thread === "INTERNAL" ? "list" : undefined}
          aria-controls={mention.active === null ? undefined : list}
          aria-activedescendant={mention.active === null ? undefined : mentionOption(list, mention.active)}
          onChange={({ target }) => {
            write(target.value);
            mention.typed(target.selectionStart);
          }}
          onSelect={({ currentTarget }) => mention.moved(currentTarget.selectionStart)}
          onKeyDown={(event) => {
            if (mention.press(event) || isComposing(event)) return;
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
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
        {newsSince(found, kept.since, viewerId).length > 0 && (
          <Notice
            kind="changed"
            title={t("threads.newsTitle")}
            action={
              <Button size="small" onClick={() => kept.seen(thread)}>
                {t("threads.newsSeen")}
              </Button>
            }
          >
            <WhatChanged case={found} since={kept.since} viewerId={viewerId} />
          </Notice>
        )}
        {trouble !== null && trouble.__typename !== "StaleCase" && <OutcomeNotice trouble={trouble} />}
        {trouble?.__typename === "StaleCase" && <Notice kind="changed" title={t("threads.noteStale")} />}
        <div className={css.foot}>
          <span className={css.ways}>
            {may("ATTACH_EVIDENCE") && (
              <Button
                look="ghost"
                size="small"
                aria-label={t("evidence.attach")}
                title={t("evidence.attach")}
                onClick={onAttach}
              >
                <Icon name="clip" size="s" />
              </Button>
            )}
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
                  : thread === "CUSTOMER" && found.customer !== null
                    ? t(`threads.reaches.${waysTo(found.customer)}`, { language: readsOf(found.customer) })
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

interface Reader {
  readonly locale: "ZH_CN" | "EN";
  readonly email: string | null;
  readonly phone: string | null;
}

/** How it comes to the customer beside their page; who may not see how they are reached is not told. */
function waysTo({ email, phone }: Reader): "BOTH" | "EMAIL" | "SMS" | "HIDDEN" {
  if (email !== null) return phone !== null ? "BOTH" : "EMAIL";
  return phone !== null ? "SMS" : "HIDDEN";
}

const readsOf = ({ locale }: Reader): string => languageNames[locale === "EN" ? "en" : "zh-CN"];

function threadsFor(role: Role, isBankStage: boolean, mayWrite: boolean, mayNote: boolean): readonly MessageThread[] {
  const own = ownThread[role];
  const outside: MessageThread[] =
    own === undefined ? ["CUSTOMER", "MERCHANT", ...(isBankStage ? (["BANK"] as const) : [])] : [own];
  return [...(mayWrite ? outside : []), ...(mayNote ? (["INTERNAL"] as const) : [])];
}
