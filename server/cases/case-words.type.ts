import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { checkKinds, checkOutcomes } from "./domain/checks.ts";
import { dueSpans } from "./domain/due-within.ts";
import { overturners } from "./domain/overturners.ts";
import { speakers } from "./domain/told-words.ts";
import { caseTurns } from "./domain/waits-on.ts";
import {
  caseActions,
  caseChannels,
  caseEventKinds,
  caseOrigins,
  caseOutcomes,
  caseReasons,
  caseStages,
  caseStates,
  messageThreads,
} from "./domain/words.ts";
import { caseOrders } from "./queries/find-cases.ts";

export const CaseStateEnum = wordsEnum(caseStates);
registerEnumType(CaseStateEnum, { name: "CaseState", description: "Where a case rests." });

export const CaseStageEnum = wordsEnum(caseStages);
registerEnumType(CaseStageEnum, { name: "CaseStage", description: "The four stages of a matter, in their order." });

export const CaseOutcomeEnum = wordsEnum(caseOutcomes);
registerEnumType(CaseOutcomeEnum, { name: "CaseOutcome", description: "What became of the customer's money." });

export const CaseOriginEnum = wordsEnum(caseOrigins);
registerEnumType(CaseOriginEnum, { name: "CaseOrigin", description: "With whom the case began." });

export const CaseChannelEnum = wordsEnum(caseChannels);
registerEnumType(CaseChannelEnum, { name: "CaseChannel", description: "By which door the request came in." });

export const CaseReasonEnum = wordsEnum(caseReasons);
registerEnumType(CaseReasonEnum, { name: "CaseReason", description: "What went wrong, in the customer's terms." });

export const CaseActionEnum = wordsEnum(caseActions);
registerEnumType(CaseActionEnum, {
  name: "CaseAction",
  description: "What someone does to a case; each is a row of the workflow.",
});

export const CaseEventKindEnum = wordsEnum(caseEventKinds);
registerEnumType(CaseEventKindEnum, {
  name: "CaseEventKind",
  description: "What an event says happened: an action, or how the case began.",
});

export const CheckKindEnum = wordsEnum(checkKinds);
registerEnumType(CheckKindEnum, { name: "CheckKind", description: "What must be known before money moves." });

export const CheckOutcomeEnum = wordsEnum(checkOutcomes);
registerEnumType(CheckOutcomeEnum, { name: "CheckOutcome" });

export const MessageThreadEnum = wordsEnum(messageThreads);
registerEnumType(MessageThreadEnum, {
  name: "MessageThread",
  description: "With whom a thread is held. INTERNAL never leaves the desk.",
});

export const SpeakerEnum = wordsEnum(speakers);
registerEnumType(SpeakerEnum, { name: "Speaker", description: "Whose words a message is in." });

export const CaseOrderEnum = wordsEnum(caseOrders);
registerEnumType(CaseOrderEnum, {
  name: "CaseOrder",
  description:
    "TIME_LEFT: the clock that runs out first comes first. NEWEST: the latest opened first. AMOUNT: the highest first; give `currency` in the filter with it.",
});

export const CaseTurnEnum = wordsEnum(caseTurns);
registerEnumType(CaseTurnEnum, {
  name: "CaseTurn",
  description:
    "Whose move is next. DESK: whoever works the case (a new request, a merchant who has answered or let the time pass, a failed refund, an offer turned down, a chargeback to answer). SUPERVISOR, COMPLIANCE: the next approval of money.",
});

export const DueSpanEnum = wordsEnum(dueSpans);
registerEnumType(DueSpanEnum, {
  name: "DueSpan",
  description: "How soon the binding clock runs out, in the desk's days. What is late already is within each.",
});

export const OverturnerEnum = wordsEnum(overturners);
registerEnumType(OverturnerEnum, { name: "Overturner", description: "Whose word turned a refusal around." });
