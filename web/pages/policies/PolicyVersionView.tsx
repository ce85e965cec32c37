import { type FragmentOf, readFragment } from "gql.tada";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { deskTimeZone } from "../../i18n/desk.ts";
import { momentText, zoneName } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Difference, type NamedVersion } from "../../policies/Difference.tsx";
import { messagesOf } from "../../policies/messages-of.ts";
import { PolicyDocument } from "../../policies/PolicyDocument.tsx";
import { PolicyTextFragment } from "../../policies/policy-text.ts";
import { Readers } from "../../policies/Readers.tsx";
import { isBehind, LEAST_LEAD_MS, wayToEnd } from "../../policies/way-to-end.ts";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useIsHere } from "../../ui/use-is-here.ts";
import { usePassing } from "../../ui/use-passing.ts";
import css from "../policies-page.module.css";
import { EndVersion } from "./EndVersion.tsx";

export const PolicyVersionViewFragment = graphql(
  `
    fragment PolicyVersionView_version on PolicyVersion {
      id
      name
      state
      effectiveFrom
      effectiveUntil
      title
      contentHash
      changeNote
      ended { action note actor { id name } }
      approvedBy { id name }
      changes { part kind rowBefore rowAfter words before after binds }
      content { ...PolicyText_content }
    }
  `,
  [PolicyTextFragment],
);

const AttestMutation = graphql(`
  mutation AttestPolicy($input: AttestPolicyInput!) {
    attestPolicy(input: $input) {
      __typename
      ... on PolicyRefused { reasons { message } }
      ... on PolicyNotFound { message }
    }
  }
`);

const StartMutation = graphql(`
  mutation StartPolicyDraft($policy: String!) {
    startPolicyDraft(policy: $policy) {
      __typename
      ... on PolicyRefused { reasons { message } }
      ... on PolicyNotFound { message }
    }
  }
`);

/** How often it is asked again whether a version has begun or ended that should have. */
const READ_ANEW_MS = 30_000;

/** A published version to be read, printed and confirmed. */
export function PolicyVersionView({
  policy,
  label,
  version: of,
  versions,
  hasDraft,
  mustRead,
  onMoved,
}: {
  readonly policy: string;
  readonly label: string;
  readonly version: FragmentOf<typeof PolicyVersionViewFragment>;
  /** The versions of the policy that stand, and the one that is shown; the latest first. */
  readonly versions: readonly (NamedVersion & { readonly state: string })[];
  readonly hasDraft: boolean;
  /** The viewer works by it, and has not said yet that they read it. */
  readonly mustRead: boolean;
  readonly onMoved: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const viewer = useViewer();
  const navigate = useNavigate();
  const isHere = useIsHere();
  const version = readFragment(PolicyVersionViewFragment, of);
  const text = version.content === null ? null : readFragment(PolicyTextFragment, version.content);
  // Who may not read the text reads its times by the desk's clocks.
  const timeZone = text?.timeZone ?? deskTimeZone();
  const [{ data: attested, error: notAttested, fetching: attesting }, attest] = useMutation(AttestMutation);
  const [{ data: started, error: notStarted, fetching: starting }, start] = useMutation(StartMutation);
  const changed = new Set(version.changes.flatMap(({ rowAfter }) => rowAfter ?? []));
  // Against the version before; the first has none, and is read against the one after it.
  const at = versions.findIndex(({ id }) => id === version.id);
  const previous = versions[at + 1] ?? null;
  const other = previous ?? versions[at - 1] ?? null;
  const until = version.effectiveUntil ?? version.effectiveFrom;
  const turns = [version.effectiveFrom, until].map((moment) => Date.parse(moment));
  // With the least lead left there is still a way; a moment later there is none.
  const now = usePassing([...turns, ...turns.map((turn) => turn - LEAST_LEAD_MS + 1)]);
  const newerToCome = versions.some(({ id, state }) => id !== version.id && state === "SCHEDULED");
  const way = wayToEnd(version, { isForEveryone: policy === "default", newerToCome }, now);
  const behind = isBehind(version, now);
  const moved = useEffectEvent(onMoved);
  useEffect(
    function readAnew() {
      if (!behind) return;
      moved();
      // By a clock that runs ahead of the server's, what is read at once is still what stood before.
      const timer = setInterval(() => moved(), READ_ANEW_MS);
      return () => clearInterval(timer);
    },
    [behind],
  );
  const failed = notStarted ?? notAttested;
  const { ended } = version;
  const against = [started?.startPolicyDraft, attested?.attestPolicy].flatMap((answer) =>
    answer === undefined ? [] : messagesOf(answer),
  );
  return (
    <>
      <header>
        <div className={css.head}>
          <h1>{version.title}</h1>
          <span className={css.meta}>
            {version.name} · {t(`policies.versionState.${version.state}`)} · {label}
          </span>
          {version.state === "SCHEDULED" && (
            <span className={css.meta}>
              {t(way === "WITHDRAW" ? "policies.beginsAt" : "policies.beginsSoon", {
                at: momentText(version.effectiveFrom, language, new Date(now), timeZone),
                zone: zoneName(timeZone, language),
              })}
            </span>
          )}
        </div>
        {version.changeNote !== "" && <p>{version.changeNote}</p>}
        <div className={css.actions}>
          {viewer.permissions.includes("POLICY_WRITE") && !hasDraft && (
            <Button
              busy={starting}
              onClick={async () => {
                const answer = await start({ policy });
                if (answer.data?.startPolicyDraft.__typename !== "PolicyDraftDone") return;
                onMoved();
                if (isHere.current) void navigate(`/policies/${policy}?version=draft`);
              }}
            >
              {t("policies.start")}
            </Button>
          )}
          {viewer.permissions.includes("POLICY_PUBLISH") && (
            <EndVersion
              key={version.id}
              version={version}
              label={label}
              timeZone={timeZone}
              way={way}
              onDone={onMoved}
            />
          )}
          <a href={`/policy/${policy}?lang=${language}`} target="_blank" rel="noreferrer">
            {t("policies.publicPage")}
          </a>
        </div>
      </header>
      {ended !== null && (
        <Notice
          kind="changed"
          title={t(`policies.ending.by.${ended.action === "WITHDRAW" ? "WITHDRAW" : "END"}`, {
            name: ended.actor?.name ?? "",
            reason: ended.note ?? "",
          })}
        />
      )}
      {failed !== undefined && <FailureNotice failure={failureOf(failed)} isWrite />}
      {against.map((message) => (
        <Notice key={message} kind="no" title={message} />
      ))}
      {mustRead && (
        <Notice
          kind="changed"
          title={t("policies.toRead")}
          action={
            <Button
              look="primary"
              busy={attesting}
              onClick={async () => {
                await attest({ input: { versionId: version.id, contentHash: version.contentHash } });
                onMoved();
              }}
            >
              {t("policies.read")}
            </Button>
          }
        />
      )}
      {attested?.attestPolicy.__typename === "PolicyAttested" && (
        <Notice kind="done" title={t("policies.readThanks")} />
      )}
      {other !== null && (
        <details>
          <summary>
            {previous === null
              ? t("policies.compare")
              : t("policies.changesCount", { from: previous.name, count: version.changes.length })}
          </summary>
          <Difference versions={versions} from={other} to={version} />
        </details>
      )}
      {viewer.permissions.includes("POLICY_WRITE") && version.state !== "WITHDRAWN" && (
        <Readers key={`${version.id} ${mustRead}`} id={version.id} isPast={version.state === "RETIRED"} />
      )}
      {text !== null && <PolicyDocument text={text} changed={changed} />}
    </>
  );
}
