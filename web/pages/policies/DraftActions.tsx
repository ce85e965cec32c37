import type { ResultOf } from "gql.tada";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMutation } from "urql";
import { answered } from "../../graphql/answered.ts";
import { graphql } from "../../graphql/graphql.ts";
import { lastTyped, momentIn, zoneName } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { DraftStateFragment } from "../../policies/DraftState.tsx";
import { type PolicyAnswer, saidAgainst } from "../../policies/messages-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ShutAction } from "../../ui/ShutAction.tsx";
import { useIsHere } from "../../ui/use-is-here.ts";
import css from "../policies-page.module.css";

const SubmitMutation = graphql(`
  mutation SubmitPolicyDraft($input: PolicyDraftInput!) {
    submitPolicyDraft(input: $input) { __typename ... on PolicyRefused { reasons { message } } ... on StalePolicyDraft { message } ... on PolicyNotFound { message } }
  }
`);
const ApproveMutation = graphql(`
  mutation ApprovePolicyDraft($input: PolicyDraftInput!) {
    approvePolicyDraft(input: $input) { __typename ... on PolicyRefused { reasons { message } } ... on StalePolicyDraft { message } ... on PolicyNotFound { message } }
  }
`);
const DiscardMutation = graphql(`
  mutation DiscardPolicyDraft($input: PolicyDraftInput!) {
    discardPolicyDraft(input: $input) { __typename ... on PolicyRefused { reasons { message } } ... on StalePolicyDraft { message } ... on PolicyNotFound { message } }
  }
`);
const SendBackMutation = graphql(`
  mutation SendBackPolicyDraft($input: SendBackPolicyDraftInput!) {
    sendBackPolicyDraft(input: $input) { __typename ... on PolicyRefused { reasons { message } } ... on StalePolicyDraft { message } ... on PolicyNotFound { message } }
  }
`);
const PublishMutation = graphql(`
  mutation PublishPolicy($input: PublishPolicyInput!) {
    publishPolicy(input: $input) { __typename ... on PolicyRefused { reasons { message } } ... on StalePolicyDraft { message } ... on PolicyNotFound { message } }
  }
`);

type Draft = ResultOf<typeof DraftStateFragment>;
type Action = Draft["availableActions"][number]["action"];

/** Which of the moves leads on from a state, and so is the page's filled button. */
const leads: Readonly<Record<Draft["state"], Action | null>> = {
  DRAFT: "SUBMIT",
  IN_REVIEW: "APPROVE",
  APPROVED: "PUBLISH",
  PUBLISHED: null,
  DISCARDED: null,
};

/** What the viewer may do with the draft. The move that leads on stays in sight when it is shut, with every reason. */
export function DraftActions({
  draft,
  timeZone,
  revision,
  canMove,
  against,
  onAnswer,
  onMoved,
}: {
  readonly draft: Draft;
  /** The policy's: by its clocks the beginning is typed. */
  readonly timeZone: string;
  /** Of the text that stands on the screen. */
  readonly revision: number;
  readonly canMove: boolean;
  /** What stood against the last move. */
  readonly against: readonly string[];
  readonly onAnswer: (against: readonly string[]) => void;
  readonly onMoved: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const beginning = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const [, setParams] = useSearchParams();
  const isHere = useIsHere();
  const [from, setFrom] = useState("");
  const [note, setNote] = useState("");
  const [asksToDiscard, setAsksToDiscard] = useState(false);
  const [submitted, submit] = useMutation(SubmitMutation);
  const [approved, approve] = useMutation(ApproveMutation);
  const [discarded, discard] = useMutation(DiscardMutation);
  const [sentBack, sendBack] = useMutation(SendBackMutation);
  const [published, publish] = useMutation(PublishMutation);
  const busy = [submitted, approved, discarded, sentBack, published].some(({ fetching }) => fetching);
  const input = { draftId: draft.id, expectedRevision: revision };
  type Heard = Awaited<ReturnType<typeof answered<unknown, PolicyAnswer>>>;
  const ways: Readonly<Record<Exclude<Action, "EDIT">, () => Promise<Heard>>> = {
    SUBMIT: () => answered(submit({ input }), (data) => data.submitPolicyDraft),
    APPROVE: () => answered(approve({ input }), (data) => data.approvePolicyDraft),
    DISCARD: () => answered(discard({ input }), (data) => data.discardPolicyDraft),
    SEND_BACK: () => answered(sendBack({ input: { ...input, note } }), (data) => data.sendBackPolicyDraft),
    PUBLISH: () => {
      const at = from === "" ? null : momentIn(timeZone, from).toISOString();
      return answered(publish({ input: { ...input, from: at } }), (data) => data.publishPolicy);
    },
  };
  const run = async (action: Exclude<Action, "EDIT">) => {
    // A day without its time reads as an empty field, and would begin in a minute.
    const asked = action === "PUBLISH" ? beginning : action === "SEND_BACK" ? words : null;
    if (asked?.current?.reportValidity() === false) return;
    setAsksToDiscard(false);
    const { answer, error } = await ways[action]();
    const said = saidAgainst(t, answer, error);
    onAnswer(said);
    // What was published is what its publisher looks at next, though it may not be in force yet.
    if (action === "PUBLISH" && said.length === 0 && isHere.current)
      setParams({ version: draft.versionName }, { replace: true });
    if (answer !== undefined) onMoved();
  };
  const lead = leads[draft.state];
  const open = draft.availableActions
    .filter(({ allowed, action }) => allowed && action !== "EDIT")
    .toSorted((one, other) => Number(other.action === lead) - Number(one.action === lead));
  const shut = draft.availableActions.find(({ allowed, action }) => !allowed && action === lead);
  return (
    <>
      <div className={css.ways}>
        {open.map(({ action }) =>
          action === "EDIT" ? null : (
            <div key={action} className={css.actions}>
              {action === "PUBLISH" && (
                <Field label={t("policies.from", { zone: zoneName(timeZone, language) })}>
                  {(control) => (
                    <input
                      {...control}
                      ref={beginning}
                      type="datetime-local"
                      max={lastTyped}
                      value={from}
                      onChange={({ target }) => setFrom(target.value)}
                    />
                  )}
                </Field>
              )}
              {action === "SEND_BACK" && (
                <Field label={t("policies.sendBackNote")}>
                  {(control) => (
                    <input
                      {...control}
                      ref={words}
                      required
                      pattern=".*\S.*"
                      maxLength={1000}
                      value={note}
                      onChange={({ target }) => setNote(target.value)}
                    />
                  )}
                </Field>
              )}
              <Button
                look={action === lead ? "primary" : "quiet"}
                busy={busy}
                disabled={!canMove}
                onClick={() => (action === "DISCARD" ? setAsksToDiscard(true) : void run(action))}
              >
                {t(`policies.action.${action}`)}
              </Button>
            </div>
          ),
        )}
      </div>
      {asksToDiscard && (
        <Modal
          label={t("policies.discardTitle", { name: draft.versionName })}
          heading
          onClose={() => setAsksToDiscard(false)}
        >
          <div className={css.ending}>
            <p>{t("policies.discardMeans")}</p>
            <div className={css.actions}>
              <Button look="primary" busy={busy} onClick={() => void run("DISCARD")}>
                {t("policies.action.DISCARD")}
              </Button>
              <Button onClick={() => setAsksToDiscard(false)}>{t("common.cancel")}</Button>
            </div>
          </div>
        </Modal>
      )}
      {shut !== undefined && (
        <ShutAction
          names={[t(`policies.action.${shut.action}`)]}
          reasons={shut.reasons.map(({ message }) => message)}
        />
      )}
      {against.map((message) => (
        <Notice key={message} kind="no" title={message} />
      ))}
    </>
  );
}
