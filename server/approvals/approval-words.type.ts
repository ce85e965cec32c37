import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { approvalRefusalCodes } from "./domain/approval-refusal.ts";
import { approvalBoxes } from "./domain/boxes.ts";
import { approvalStates, approvalSubjectKinds, approvalVerdicts } from "./domain/words.ts";

export const ApprovalSubjectKindEnum = wordsEnum(approvalSubjectKinds);
registerEnumType(ApprovalSubjectKindEnum, { name: "ApprovalSubjectKind", description: "What is to be agreed to." });

export const ApprovalStateEnum = wordsEnum(approvalStates);
registerEnumType(ApprovalStateEnum, {
  name: "ApprovalState",
  description: "Where a request rests. CALLED_OFF: its subject went another way first.",
});

export const ApprovalVerdictEnum = wordsEnum(approvalVerdicts);
registerEnumType(ApprovalVerdictEnum, { name: "ApprovalVerdict" });

export const ApprovalBoxEnum = wordsEnum(approvalBoxes);
registerEnumType(ApprovalBoxEnum, {
  name: "ApprovalBox",
  description:
    "FOR_ME: open and the viewer may decide it, also in a colleague's place. OPEN: all that is open in sight. PROPOSED: by the viewer. DECIDED: no longer open.",
});

export const ApprovalRefusalCodeEnum = wordsEnum(approvalRefusalCodes);
registerEnumType(ApprovalRefusalCodeEnum, {
  name: "ApprovalRefusalCode",
  description: "Why somebody may not decide, for programs. People read the message.",
});
