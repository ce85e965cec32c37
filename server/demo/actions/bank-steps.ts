import type { CaseReason } from "../../cases/domain/words.ts";
import { caseReasonOf, packOf } from "../../disputes/domain/packs.ts";
import { rulings } from "../../disputes/domain/rulings.ts";
import { stepName } from "../../disputes/domain/step-name.ts";
import type { BankRuling, DisputeReason, DisputeStep } from "../../disputes/domain/words.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import { mayGoToBank } from "../plan/demo-training.ts";
import { stepOf } from "../plan/steps.ts";
import { act, actorFor, type Performance, type Scene, textOf } from "./scene.ts";

/** What the desk says first that a dispute is about, where several of the network's reasons would fit. */
const firstReason: Partial<Readonly<Record<CaseReason, DisputeReason>>> = {
  NOT_RECOGNISED: "NOT_AUTHORISED_CARD_PRESENT",
  OTHER: "NOT_AS_DESCRIBED",
  DEPOSIT_NOT_RELEASED: "WRONG_AMOUNT",
};

export function reasonCodeFor(network: CardNetwork, reason: CaseReason): string {
  const codes = packOf(network)?.codes ?? [];
  const fitting =
    codes.find((code) => code.reason === firstReason[reason]) ??
    codes.find((code) => caseReasonOf[code.reason] === reason) ??
    codes.find((code) => code.reason === "NOT_AS_DESCRIBED") ??
    codes[0];
  return fitting?.code ?? "OTHER";
}

function advances(step: DisputeStep): Performance {
  return (scene, { at, name }) => {
    const actor = actorFor(scene, stepOf(name).by === "BANK" ? "BANK" : "AGENT");
    return act(scene, at, actor, {
      action: "ADVANCE_DISPUTE",
      input: { step: stepName(step), detail: { respondBy: null } },
    });
  };
}

function rules(ruling: BankRuling): Performance {
  return (scene, { at }) => {
    const { to, outcome } = rulings[ruling];
    return act(scene, at, actorFor(scene, "BANK"), {
      action: "RECORD_BANK_RULING",
      input: { to, outcome, amount: scene.plan.claimed, detail: { ruling } },
    });
  };
}

/** Whoever may not go to the bank for want of training hands the case to a colleague for that one step. */
function trainedAgent(scene: Scene): Actor {
  const { agent } = scene.plan;
  return mayGoToBank(agent.address) ? actorFor(scene, "AGENT") : scene.people.person("agent");
}

export const bankSteps = {
  goToBank: (scene, step) => {
    const reasonCode = reasonCodeFor(scene.plan.sale.card.network, scene.plan.reason);
    return act(scene, step.at, trainedAgent(scene), {
      action: "ESCALATE_TO_BANK",
      input: { reasonCode, message: textOf(step) },
    });
  },
  bankTakesMoney: advances("RECEIVE_CHARGEBACK"),
  answerBank: advances("REPRESENT"),
  giveIn: advances("ACCEPT"),
  secondRound: advances("OPEN_PRE_ARBITRATION"),
  secondRoundByDesk: advances("OPEN_PRE_ARBITRATION"),
  answerSecondRound: advances("ANSWER_PRE_ARBITRATION"),
  bankAnswersRound: advances("ANSWER_PRE_ARBITRATION"),
  goToArbitration: advances("FILE_ARBITRATION"),
  bankUpholds: rules("CHARGEBACK_UPHELD"),
  bankForShop: rules("MERCHANT_UPHELD"),
  bankWantsRefund: rules("MERCHANT_MUST_REFUND"),
  bankReturns: rules("RETURNED_UNRESOLVED"),
} satisfies Readonly<Record<string, Performance>>;
