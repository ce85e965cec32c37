import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { BackTest } from "../../policies/BackTest.tsx";
import { Changes } from "../../policies/Changes.tsx";
import { DraftEditor } from "../../policies/DraftEditor.tsx";
import { DraftEvents } from "../../policies/DraftEvents.tsx";
import { DraftState, DraftStateFragment } from "../../policies/DraftState.tsx";
import { Faults } from "../../policies/Faults.tsx";
import { Findings } from "../../policies/Findings.tsx";
import { PolicyTestsFragment } from "../../policies/kept-test.ts";
import { PolicyDocument } from "../../policies/PolicyDocument.tsx";
import { PolicyTests } from "../../policies/PolicyTests.tsx";
import { DraftTextFragment, newRow } from "../../policies/policy-text.ts";
import { heldDraft } from "../../policies/save-policy-draft.ts";
import { useAutosave } from "../../policies/use-autosave.ts";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import css from "../policies-page.module.css";
import { DraftActions } from "./DraftActions.tsx";

export const PolicyDraftViewFragment = graphql(
  `
    fragment PolicyDraftView_draft on PolicyDraft {
      id
      base { id name }
      ...DraftText_draft
      ...DraftState_draft
      ...PolicyTests_draft
    }
  `,
  [DraftTextFragment, DraftStateFragment, PolicyTestsFragment],
);

/** A draft: what it is worth at the top, then its text, with controls while it may be written. */
export function PolicyDraftView({
  draft: of,
  onMoved,
}: {
  readonly draft: FragmentOf<typeof PolicyDraftViewFragment>;
  readonly onMoved: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const viewer = useViewer();
  const draft = readFragment(PolicyDraftViewFragment, of);
  const state = readFragment(DraftStateFragment, draft);
  const held = heldDraft(draft);
  const autosave = useAutosave(held);
  // Of the last move: it stays when another text comes with the answer.
  const [against, setAgainst] = useState<readonly string[]>([]);
  const { written, write } = autosave;
  const mayEdit = state.availableActions.some(({ action, allowed }) => action === "EDIT" && allowed);
  const changed = new Set(state.changes.flatMap(({ rowAfter }) => rowAfter ?? []));
  const findings = (
    <Findings
      findings={state.findings}
      onAddRow={
        mayEdit
          ? (when) =>
              write((before) => ({ ...before, text: { ...before.text, rows: [...before.text.rows, newRow(when)] } }))
          : null
      }
    />
  );
  // What is submitted, agreed to or discarded is what stands on the screen, and never while something newer is known.
  const canMove = autosave.state === "saved" && held.revision <= autosave.revision;
  return (
    <>
      <header>
        <div className={css.head}>
          <h1>{language === "en" ? written.text.title.en : written.text.title.zh}</h1>
          <span className={css.meta}>
            {state.versionName} · {t(`policies.draftState.${state.state}`)}
          </span>
          <span className={css.meta} role="status">
            {mayEdit ? t(`policies.saveState.${autosave.state}`) : ""}
          </span>
        </div>
        <DraftState draft={draft} />
        <DraftEvents draft={state} />
        <DraftActions
          key={autosave.revision}
          draft={state}
          revision={autosave.revision}
          timeZone={written.text.timeZone}
          canMove={canMove}
          against={against}
          onAnswer={setAgainst}
          onMoved={onMoved}
        />
      </header>
      <Faults faults={state.faults} />
      {(autosave.state === "stale" || autosave.state === "refused") &&
        autosave.messages.map((message) => (
          <Notice
            key={message}
            kind={autosave.state === "stale" ? "changed" : "no"}
            title={message}
            action={<Button onClick={() => window.location.reload()}>{t("policies.reload")}</Button>}
          />
        ))}
      {mayEdit && (
        <div className={css.actions}>
          <Field label={t("policies.kind")}>
            {(control) => (
              <select
                {...control}
                value={written.kind}
                onChange={({ target }) =>
                  write((before) => ({ ...before, kind: target.value === "MINOR" ? "MINOR" : "MAJOR" }))
                }
              >
                <option value="MAJOR">{t("policies.kinds.MAJOR")}</option>
                <option value="MINOR">{t("policies.kinds.MINOR")}</option>
              </select>
            )}
          </Field>
          <Field label={t("policies.note")}>
            {(control) => (
              <input
                {...control}
                size={60}
                maxLength={1000}
                value={written.note}
                onChange={({ target }) => write((before) => ({ ...before, note: target.value }))}
              />
            )}
          </Field>
        </div>
      )}
      <BackTest draftId={draft.id} revision={held.revision} />
      <PolicyTests draft={draft} mayWrite={viewer.permissions.includes("POLICY_WRITE")} />
      {draft.base !== null && (
        <section aria-label={t("policies.changes", { from: draft.base.name })}>
          <h2>{t("policies.changes", { from: draft.base.name })}</h2>
          <Changes changes={state.changes} from={draft.base.name} />
        </section>
      )}
      {mayEdit ? (
        <DraftEditor
          findings={findings}
          text={written.text}
          changed={changed}
          onChange={(next) => write((before) => ({ ...before, text: next }))}
        />
      ) : (
        <PolicyDocument text={written.text} changed={changed} findings={findings} />
      )}
    </>
  );
}
