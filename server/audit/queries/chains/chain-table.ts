import type { ChainName } from "../../domain/words.ts";
import { caseChain } from "./case-chain.ts";
import type { Chain } from "./chain.ts";
import { evidenceFiles } from "./evidence-files.ts";
import { courseTexts, policyTexts } from "./published-texts.ts";
import { sampleChain } from "./sample-chain.ts";

/**
 * Everything that the desk proves by hashes. The nightly run, the command and the auditor's page read this table and nothing
 * else; a test fails where a table keeps a hash that is neither here nor named there as what it is.
 */
export const chains: Readonly<Record<ChainName, Chain>> = {
  CASE: caseChain,
  SAMPLE: sampleChain,
  POLICY: policyTexts,
  COURSE: courseTexts,
  EVIDENCE: evidenceFiles,
};
