import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { useOneKey } from "../../graphql/one-key.ts";
import { atDesk, momentText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { ActionPlace } from "./action-place.ts";
import css from "./case-menu.module.css";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { CaseActionOutcomeFragment } from "./outcome.ts";
import { snoozeChoices } from "./snooze-choices.ts";
import { useSendAction } from "./use-send-action.ts";
import { latestSequence, WhatChanged, WhatChangedFragment } from "./WhatChanged.tsx";

export const CaseMenuFragment = graphql(
  `
    fragment CaseMenu_case on Case {
      id
      number
      version
      snoozedUntil
      availableActions {
        action
        allowed
      }
      ...WhatChanged_case
    }
  `,
  [WhatChangedFragment],
);

const SnoozeCase = graphql(
  `
    mutation snoozeCase($input: SnoozeCaseInput!) {
      result: snoozeCase(input: $input) {
        ...CaseActionOutcome_result
      }
    }
  `,
  [CaseActionOutcomeFragment],
);

const WakeCase = graphql(
  `
    mutation wakeCase($input: CaseActionInput!) {
      result: wakeCase(input: $input) {
        ...CaseActionOutcome_result
      }
    }
  `,
  [CaseActionOutcomeFragment],
);

/** What is done with the case as a thing: copied, linked, printed, put aside. */
export function CaseMenu({
  case: of,
  begun,
}: {
  readonly case: FragmentOf<typeof CaseMenuFragment>;
  /** It was asked for from elsewhere, e.g. the palette. */
  readonly begun: ActionPlace | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const found = readFragment(CaseMenuFragment, of);
  const [isOpen, setOpen] = useState(false);
  const [own, setOwn] = useState("");
  const [copied, setCopied] = useState<{ readonly text: string; readonly isDone: boolean } | null>(null);
  const { sending, trouble, send } = useSendAction();
  const [since, setSince] = useState(0);
  const [asked, setAsked] = useState<ActionPlace | null>(null);
  if (begun !== asked) {
    setAsked(begun);
    if (begun !== null) open();
  }
  const may = (name: "SNOOZE" | "WAKE") =>
    found.availableActions.some(({ action, allowed }) => action === name && allowed);
  const key = useOneKey();
  const common = { caseId: found.id, expectedVersion: found.version };

  function open(): void {
    setSince(latestSequence(found));
    setOpen(true);
  }

  async function copy(text: string): Promise<void> {
    setCopied({ text, isDone: await copyText(text) });
  }

  async function snooze(until: Date): Promise<void> {
    const words = { ...common, until: until.toISOString() };
    const input = { ...words, idempotencyKey: key.of(words) };
    if (await send((client) => client.mutation(SnoozeCase, { input }).toPromise())) setOpen(false);
  }

  async function wake(): Promise<void> {
    const input = { ...common, idempotencyKey: key.of(common) };
    // Woken from beside the number, where there is no room to say why it was not.
    setOpen(!(await send((client) => client.mutation(WakeCase, { input }).toPromise())));
  }

  return (
    <>
      {found.snoozedUntil !== null && (
        <span className={css.asleep}>
          <Icon name="pause" size="s" />
          {t("snooze.until", { when: momentText(found.snoozedUntil, language, now) })}
          {may("WAKE") && (
            <Button
              look="link"
              size="small"
              busy={sending}
              onClick={() => {
                setSince(latestSequence(found));
                void wake();
              }}
            >
              {t("snooze.wake")}
            </Button>
          )}
        </span>
      )}
      <Button
        look="ghost"
        aria-label={t("caseMenu.title")}
        title={t("caseMenu.title")}
        aria-haspopup="dialog"
        onClick={open}
      >
        <Icon name="dots" />
      </Button>
      {isOpen && (
        <Modal label={t("caseMenu.title")} heading onClose={() => setOpen(false)}>
          <div className={css.menu}>
            <Button onClick={() => void copy(found.number)}>{t("caseMenu.copyNumber")}</Button>
            <Button onClick={() => void copy(`${location.origin}/cases/${found.number}`)}>
              {t("caseMenu.copyLink")}
            </Button>
            <Button
              onClick={() => {
                setOpen(false);
                requestAnimationFrame(() => print());
              }}
            >
              {t("caseMenu.print")}
            </Button>
            <a
              className={css.file}
              href={`/cases/${found.number}/file.pdf?lang=${language}`}
              download={`${found.number}.pdf`}
            >
              {t("caseMenu.file")}
            </a>
            <p role="status">
              {copied === null ? "" : copied.isDone ? t("caseMenu.copied") : t("caseMenu.copyByHand")}
            </p>
            {copied !== null && !copied.isDone && (
              <input
                className={css.byHand}
                readOnly
                aria-label={t("caseMenu.toCopy")}
                value={copied.text}
                onFocus={({ target }) => target.select()}
              />
            )}
            {found.snoozedUntil !== null && may("WAKE") && (
              <Button busy={sending} onClick={() => void wake()}>
                {t("snooze.wake")}
              </Button>
            )}
            {may("SNOOZE") && (
              <fieldset className={css.snooze}>
                <legend>{t("snooze.title")}</legend>
                <p>{t("snooze.hint")}</p>
                {snoozeChoices(now).map(({ name, until }) => (
                  <Button key={name} busy={sending} onClick={() => void snooze(until)}>
                    {t(`snooze.${name}`)}
                  </Button>
                ))}
                <label>
                  {t("snooze.own")}
                  <input type="datetime-local" value={own} onChange={({ target }) => setOwn(target.value)} />
                </label>
                <Button busy={sending} disabled={own === ""} onClick={() => void snooze(atDesk(own))}>
                  {t("snooze.set")}
                </Button>
              </fieldset>
            )}
            {trouble?.__typename === "StaleCase" ? (
              <Notice kind="changed" title={t("snooze.stale")}>
                <WhatChanged case={found} since={since} />
              </Notice>
            ) : (
              trouble !== null && <OutcomeNotice trouble={trouble} />
            )}
          </div>
        </Modal>
      )}
    </>
  );
}
