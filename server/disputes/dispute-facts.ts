import { sql } from "kysely";
import type { FactSource } from "../cases/case-features.ts";
import { isOneOf } from "../platform/one-of.ts";
import { cardNetworks } from "../transactions/domain/words.ts";
import { openSteps } from "./domain/dispute-machine.ts";
import { workflowOf } from "./domain/packs.ts";
import { stepName } from "./domain/step-name.ts";
import { disputeStates } from "./domain/words.ts";

/** The steps that the case's latest dispute has open, and the money that the bank holds over it. */
export const disputeFacts: FactSource = {
  name: "dispute",
  json: sql`(
    select jsonb_build_object('state', dispute.state, 'network', dispute.network, 'code', dispute.reason_code,
      'taken', dispute.charged_back_minor::text)
    from dispute where dispute.case_id = cases.id
    order by dispute.id desc limit 1)`,
  read: (json) => {
    const dispute = toLatest(json);
    if (dispute === null) return { openSteps: [], takenByBankMinor: 0n };
    const { state, network, code, taken } = dispute;
    const steps = openSteps({ state, workflow: workflowOf(network, code), moneyTaken: taken > 0n });
    return { openSteps: steps.map(({ step }) => stepName(step)), takenByBankMinor: taken };
  },
};

function toLatest(json: unknown) {
  if (typeof json !== "object" || json === null) return null;
  const { state, network, code, taken } = json as Readonly<Record<string, unknown>>;
  if (typeof state !== "string" || typeof network !== "string" || typeof code !== "string") return null;
  if (!isOneOf(disputeStates, state) || !isOneOf(cardNetworks, network)) return null;
  return { state, network, code, taken: BigInt(String(taken)) };
}
