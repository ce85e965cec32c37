import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Role } from "../staff/domain/roles.ts";
import { RoleEnum } from "../staff/staff-words.type.ts";
import { fileLimits } from "./domain/file-limits.ts";
import { mediaTypes } from "./domain/media-types.ts";
import { type ProofKind, proofKinds } from "./domain/proof-kinds.ts";
import type { EvidenceRow } from "./queries/find-evidence.ts";

export const ProofKindEnum = wordsEnum(proofKinds);
registerEnumType(ProofKindEnum, {
  name: "ProofKind",
  description: "What a piece of evidence is, as the person who brings it says.",
});

@ObjectType("Evidence", { implements: Node, description: "A file that proves something about a case." })
export class EvidenceType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => ProofKindEnum)
  kind!: ProofKind;

  @Field(() => String, { description: "Cleaned, with card numbers masked; the ending follows the content." })
  fileName!: string;

  @Field(() => String, { description: "Told from the content: image/jpeg, image/png, image/webp or application/pdf." })
  mediaType!: string;

  @Field(() => Int, {
    description: "As it is kept: without what a camera wrote beside the picture, or a program beside the document.",
  })
  bytes!: number;

  @Field(() => String, { description: "SHA-256 of the file as it is kept and served, in hexadecimal." })
  sha256!: string;

  @Field(() => RoleEnum)
  uploadedBy!: Role;

  @Field(() => DateTime)
  uploadedAt!: Date;

  @Field(() => String, { description: "Where to download it from, as whoever may see it." })
  url!: string;

  @Field(() => String, { description: "The same file, to be shown in the page instead of saved." })
  previewUrl!: string;
}

@ObjectType("EvidenceLimits", { description: "What an upload may be at most." })
export class EvidenceLimitsType {
  @Field(() => Int)
  bytes!: number;

  @Field(() => [String])
  mediaTypes!: readonly string[];

  @Field(() => Int)
  filesPerCase!: number;

  @Field(() => Int, { description: "Width times height of a picture." })
  pixels!: number;
}

export const evidenceLimits: EvidenceLimitsType = {
  bytes: fileLimits.bytes,
  mediaTypes,
  filesPerCase: fileLimits.filesPerCase,
  pixels: fileLimits.pixels,
};

export function toEvidence(row: EvidenceRow): EvidenceType {
  const id = toGlobalId("Evidence", row.id);
  return Object.assign(new EvidenceType(), {
    id,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    uploadedBy: row.uploaded_by_role,
    uploadedAt: row.created_at,
    url: `/evidence/${id}`,
    previewUrl: `/evidence/${id}?preview`,
  });
}
