import { defineEntity, p } from "@mikro-orm/core";
import type { Role } from "../staff/domain/roles.ts";
import type { MediaType } from "./domain/media-types.ts";
import type { ProofKind } from "./domain/proof-kinds.ts";

/**
 * A file that proves something. Evidence stands below cases, so the case is a plain id here; the bytes stand in
 * `evidence_content`, so that a list of evidence never reads them.
 */
export const EvidenceSchema = defineEntity({
  name: "Evidence",
  tableName: "evidence",
  // The same file twice on a case is one file.
  uniques: [{ properties: ["caseId", "sha256"] }],
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    kind: p.text().$type<ProofKind>(),
    fileName: p.text(),
    /** Told from the content, never from the name. */
    mediaType: p.text().$type<MediaType>(),
    bytes: p.integer(),
    sha256: p.text(),
    uploadedByRole: p.text().$type<Role>(),
    uploadedById: p.uuid().nullable(),
    /** Set when the upload has been linked to the case by its event. */
    linkedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});

export class Evidence extends EvidenceSchema.class {}
EvidenceSchema.setClass(Evidence);

export const EvidenceContentSchema = defineEntity({
  name: "EvidenceContent",
  tableName: "evidence_content",
  properties: { evidenceId: p.uuid().primary(), content: p.blob() },
});

export class EvidenceContent extends EvidenceContentSchema.class {}
EvidenceContentSchema.setClass(EvidenceContent);

/** What arrived of a file whose sending was interrupted, until the rest comes or the ticket goes. */
export const EvidencePartSchema = defineEntity({
  name: "EvidencePart",
  tableName: "evidence_part",
  properties: {
    ticketHash: p.text().primary(),
    /** Where in the file it begins. */
    partAt: p.integer().primary(),
    content: p.blob(),
  },
});

export class EvidencePart extends EvidencePartSchema.class {}
EvidencePartSchema.setClass(EvidencePart);

/** A one-time right to upload one file to one case. Only its hash is kept. */
export const EvidenceTicketSchema = defineEntity({
  name: "EvidenceTicket",
  tableName: "evidence_ticket",
  properties: {
    ticketHash: p.text().primary(),
    caseId: p.uuid(),
    kind: p.text().$type<ProofKind>(),
    /** As it will be kept, without its ending. */
    fileName: p.text(),
    actorRole: p.text().$type<Role>(),
    actorId: p.uuid().nullable(),
    /** The machine's key by which they asked for it, and by which they then upload. */
    apiKeyId: p.uuid().nullable(),
    expiresAt: p.datetime(3),
    usedAt: p.datetime(3).nullable(),
  },
});

export class EvidenceTicket extends EvidenceTicketSchema.class {}
EvidenceTicketSchema.setClass(EvidenceTicket);
