import type { AgencyCode } from "../../referrals/domain/agencies.ts";
import { referralEndings, stepName } from "../../referrals/domain/referral-machine.ts";
import type { AgencyOutcome, ReferralStep } from "../../referrals/domain/words.ts";
import { act, actorFor, type Performance, textOf } from "./scene.ts";

const agency: AgencyCode = "CN-12315";

function advances(step: ReferralStep): Performance {
  return (scene, { at }) => {
    const reference = step === "ACKNOWLEDGE" ? `1330100${String(scene.plan.row).padStart(9, "0")}` : null;
    return act(scene, at, actorFor(scene, "AGENT"), {
      action: "ADVANCE_REFERRAL",
      input: { step: stepName(step), detail: { reference } },
    });
  };
}

function ends(ending: AgencyOutcome): Performance {
  return (scene, { at }) => {
    const { to, outcome } = referralEndings[ending];
    const amount = ending === "MEDIATED_REFUND" ? scene.plan.lesser : null;
    return act(scene, at, actorFor(scene, "AGENT"), {
      action: "RECORD_AGENCY_OUTCOME",
      input: { to, outcome, amount, detail: { outcome: ending } },
    });
  };
}

export const agencySteps = {
  goToAgency: (scene, step) =>
    act(scene, step.at, actorFor(scene, "AGENT"), {
      action: "REFER_TO_AGENCY",
      input: { agency, message: textOf(step) },
    }),
  agencyTakesOn: advances("ACKNOWLEDGE"),
  agencyMediates: advances("BEGIN_MEDIATION"),
  agencySettles: ends("MEDIATED_REFUND"),
  agencyEnds: ends("MEDIATION_ENDED"),
  agencyRefuses: ends("COMPLAINT_REFUSED"),
} satisfies Readonly<Record<string, Performance>>;
