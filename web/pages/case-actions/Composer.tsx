import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { newKey } from "../../graphql/new-key.ts";
import type { MessageThread, Role } from "../../graphql/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Segments } from "../../ui/Segments.tsx";
import css from "./composer.module.css";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { CaseActionOutcomeFragment } from "./outcome.ts";
import { useKeptText } from "./use-kept-text.ts";
import { useSendAction } from "./use-send-action.ts";

export const ComposerFragment = graphql(`
  fragment Composer_case on Case {
    id
    version
    stage
    customer {
      name
    }
    availableActions {
      action
      allowed
    }
  }
`);

const SendMessage = graphql(
  `
    mutation sendMessage($input: SendMessageInput!) {
      result: sendMessage(input: $input) {
        ...CaseActionOutcome_result
      }
    }
  `,
  [CaseActionOutcomeFragment],
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
}: {
  readonly case: FragmentOf<typeof ComposerFragment>;
  readonly role: Role;
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
  const { text, key, setText, clear } = useKeptText(`${found.id}.${thread ?? "none"}`, newKey);
  const { sending, trouble, send } = useSendAction();
  if (thread === undefined) return null;
  const excess = text.length - LONGEST;
  // A shop or a bank writes in its own thread, and the desk reads it.
  const isOutsider = ownThread[role] !== undefined;
  const placeholder = isOutsider ? t("composer.placeholderDesk") : t(`composer.placeholder.${thread}`);

  async function submit(event?: FormEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault();
    const message = text.trim();
    if (message === "" || excess > 0 || thread === undefined || sending) return;
    const common = { caseId: found.id, expectedVersion: found.version, idempotencyKey: key, message };
    const isSent = await send((client) =>
      thread === "INTERNAL"
        ? client.mutation(AddNote, { input: common }).toPromise()
        : client.mutation(SendMessage, { input: { ...common, thread } }).toPromise(),
    );
    if (isSent) clear();
  }

  function label(value: MessageThread): string {
    if (isOutsider) return t("composer.desk");
    return value === "CUSTOMER" && found.customer !== null ? found.customer.name : t(`messageThread.${value}`);
  }

  return (
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
        aria-label={placeholder}
        placeholder={placeholder}
        rows={2}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      {trouble !== null && <OutcomeNotice trouble={trouble} />}
      <div className={css.foot}>
        <span>{excess > 0 ? t("composer.tooLong", { count: excess }) : t("composer.hint")}</span>
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
  );
}

function threadsFor(role: Role, isBankStage: boolean, mayWrite: boolean, mayNote: boolean): readonly MessageThread[] {
  const own = ownThread[role];
  const outside: MessageThread[] =
    own === undefined ? ["CUSTOMER", "MERCHANT", ...(isBankStage ? (["BANK"] as const) : [])] : [own];
  return [...(mayWrite ? outside : []), ...(mayNote ? (["INTERNAL"] as const) : [])];
}
