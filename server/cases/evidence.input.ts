import { Field, ID, InputType, Int } from "type-graphql";
import type { ProofKind } from "../evidence/domain/proof-kinds.ts";
import { ProofKindEnum } from "../evidence/evidence.type.ts";
import { CaseActionInput } from "./case-action.input.ts";

@InputType("RequestEvidenceUploadInput")
export class RequestEvidenceUploadInput {
  @Field(() => ID)
  caseId!: string;

  @Field(() => ProofKindEnum)
  kind!: ProofKind;

  @Field(() => String, {
    description: "What the sender calls the file. Its type is told from its content, never from this.",
  })
  fileName!: string;

  @Field(() => Int, { description: "How long the file is, so that one too large is refused before it is sent." })
  bytes!: number;
}

@InputType("AttachEvidenceInput")
export class AttachEvidenceInput extends CaseActionInput {
  @Field(() => ID, { description: "A file that was uploaded to this case and is not on it yet." })
  evidenceId!: string;
}
