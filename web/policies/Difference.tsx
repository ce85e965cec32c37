import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Changes } from "./Changes.tsx";
import { Choice } from "./Choice.tsx";
import css from "./changes.module.css";

const PolicyDifferenceQuery = graphql(`
  query PolicyDifference($to: ID!, $since: ID!) {
    node(id: $to) {
      __typename
      ... on PolicyVersion {
        id
        changes(since: $since) { part kind rowBefore rowAfter words before after binds }
      }
    }
  }
`);

export interface NamedVersion {
  readonly id: string;
  readonly name: string;
}

/** Any two versions of a policy, and what differs between them in words. */
export function Difference({
  versions,
  from: first,
  to: second,
}: {
  readonly versions: readonly NamedVersion[];
  readonly from: NamedVersion;
  readonly to: NamedVersion;
}) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(second);
  const [{ data, error, fetching }, again] = useAnswer({
    query: PolicyDifferenceQuery,
    variables: { to: to.id, since: from.id },
  });
  const changes = data?.node?.__typename === "PolicyVersion" ? data.node.changes : null;
  const words = versions.map(({ id, name }) => [id, name] as const);
  const choose = (set: (version: NamedVersion) => void) => (id: string | null) => {
    const version = versions.find((each) => each.id === id);
    if (version !== undefined) set(version);
  };
  return (
    <section className={css.difference} aria-label={t("policies.compare")}>
      <div className={css.pickers}>
        <Choice label={t("policies.compareFrom")} value={from.id} words={words} onChange={choose(setFrom)} />
        <Choice label={t("policies.compareTo")} value={to.id} words={words} onChange={choose(setTo)} />
      </div>
      {error !== undefined && (
        <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {fetching && <p role="status">{t("common.loading")}</p>}
      {changes !== null && <Changes changes={changes} from={from.name} to={to.name} />}
    </section>
  );
}
