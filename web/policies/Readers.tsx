import { useTranslation } from "react-i18next";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useShown } from "../graphql/use-answer.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { useJoin } from "./use-join.ts";

const PolicyReadersQuery = graphql(`
  query PolicyReaders($id: ID!) {
    node(id: $id) {
      __typename
      ... on PolicyVersion {
        id
        readers { readAt staff { id name } }
      }
    }
  }
`);

/** Who works by a version and has said that they read it, and who is still to: for those who write policies. */
export function Readers({
  id,
  isPast,
}: {
  readonly id: string;
  /** It decides no more: who has read it is on record, and nobody is still to. */
  readonly isPast: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const join = useJoin();
  const now = useNow();
  const [{ data, error }, again] = useShown({
    query: PolicyReadersQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  if (error !== undefined && data === undefined)
    return <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  // Most versions have readers: their line is kept free, so that the text below it does not jump.
  if (data === undefined)
    return (
      <details>
        <summary>{t("common.loading")}</summary>
      </details>
    );
  const readers = data.node?.__typename === "PolicyVersion" ? data.node.readers : [];
  if (readers.length === 0) return null;
  const have = readers.flatMap(({ readAt, staff }) => (readAt === null ? [] : [{ ...staff, readAt }]));
  const haveNot = readers.flatMap(({ readAt, staff }) => (readAt === null ? [staff.name] : []));
  if (isPast && have.length === 0) return null;
  return (
    <details>
      <summary>
        {isPast
          ? t("policies.readers.past", { count: have.length })
          : t("policies.readers.count", { read: have.length, all: readers.length })}
      </summary>
      {haveNot.length > 0 && !isPast && <p>{t("policies.readers.notYet", { names: join(haveNot) })}</p>}
      {have.length > 0 && (
        <ul>
          {have.map(({ id: staffId, name, readAt }) => (
            <li key={staffId}>{t("common.separated", { first: name, second: momentText(readAt, language, now) })}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
