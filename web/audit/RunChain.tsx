import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import css from "./last-run.module.css";

export const RunChainFragment = graphql(`
  fragment RunChain_chain on AuditRunChain {
    chain
    things
    links
    fault
    brokenId
    brokenName
    brokenSequence
  }
`);

type Chain = ResultOf<typeof RunChainFragment>;

/** Where a thing whose row does not verify is looked at. */
const addressOf: Readonly<Record<Chain["chain"], (broken: { readonly id: string; readonly name: string }) => string>> =
  {
    CASE: ({ name }) => `/audit/log?case=${encodeURIComponent(name)}`,
    SAMPLE: ({ id }) => `/audit/samples/${id}`,
    POLICY: ({ name }) => `/policies/${encodeURIComponent(name)}`,
    COURSE: ({ name }) => `/training/courses/${encodeURIComponent(name)}`,
    EVIDENCE: ({ name }) => `/cases/${encodeURIComponent(name)}`,
  };

/** How many rows of one kind verify; or the first that does not, and the way to it. */
export function RunChain({ chain: of }: { readonly chain: FragmentOf<typeof RunChainFragment> }) {
  const { t } = useTranslation();
  const { chain, things, links, fault, brokenId, brokenName, brokenSequence } = readFragment(RunChainFragment, of);
  if (fault === null) return t(`audit.run.counted.${chain}`, { things, count: links });
  const broken = { id: brokenId ?? "", name: brokenName ?? "" };
  return (
    <Link className={css.broken} to={addressOf[chain](broken)}>
      {t(`audit.run.firstBad.${chain}`, {
        name: broken.name,
        sequence: brokenSequence ?? 0,
        fault: t(`audit.fault.${fault}`),
      })}
    </Link>
  );
}
