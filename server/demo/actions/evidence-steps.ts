import { attachUpload } from "../../cases/actions/attach-upload.ts";
import { issueTicket } from "../../evidence/actions/issue-ticket.ts";
import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import { findTicket } from "../../evidence/queries/find-ticket.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { photoOfGoods, proofOf } from "../pictures/proof-pictures.ts";
import type { PlannedStep } from "../plan/plan-case.ts";
import { PastClock } from "./held-house.ts";
import { actorFor, contextAt, type Performance, type Scene, toldOf } from "./scene.ts";

interface Upload {
  readonly kind: ProofKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

const names: Readonly<Record<ProofKind, string>> = {
  RECEIPT: "小票 receipt.png",
  CARD_SLIP: "签购单 slip.png",
  INVOICE: "发票 invoice.png",
  STATEMENT: "账单 statement.png",
  CHAT: "聊天记录 chat.png",
  DELIVERY_PROOF: "签收单 delivery.png",
  PAYMENT_PROOF: "转账回单 transfer.png",
  PHOTO: "照片 photo.png",
  OTHER: "附件 file.png",
};

/** A ticket, the file on it, and the file on the case: the way of every upload. */
async function attach(scene: Scene, { at }: PlannedStep, actor: Actor, { kind, fileName, bytes }: Upload) {
  const ctx = contextAt(scene, new PastClock(at), actor);
  const { ticket } = await issueTicket(ctx.db, actor, { caseId: scene.caseId, kind, fileName }, at);
  const found = await findTicket(ctx.db, ticket);
  if (found === null) throw new Error(`${toldOf(scene)}: a ticket was lost`);
  const attached = await attachUpload(ctx, found, bytes);
  if (!attached.ok) throw new Error(`${toldOf(scene)}: a file was refused as ${JSON.stringify(attached.error)}`);
}

function proof(scene: Scene, kind: ProofKind): Upload {
  return { kind, fileName: names[kind], bytes: proofOf(kind, scene.plan.sale, scene.plan.row) };
}

export const evidenceSteps = {
  sendProof: (scene, step) => attach(scene, step, actorFor(scene, "CUSTOMER"), proof(scene, scene.plan.proof)),
  scanProof: (scene, step) => attach(scene, step, actorFor(scene, "AGENT"), proof(scene, scene.plan.proof)),
  proveHandPayment: (scene, step) => attach(scene, step, actorFor(scene, "AGENT"), proof(scene, "PAYMENT_PROOF")),
  sendPhoto: async (scene, step) => {
    const photo = { kind: "PHOTO", fileName: names.PHOTO, bytes: photoOfGoods(scene.plan.row) } as const;
    await attach(scene, step, actorFor(scene, "CUSTOMER"), photo);
  },
  shopSendsSlip: (scene, step) => {
    const slip = { ...scene.plan, row: scene.plan.row + 1 };
    return attach(scene, step, actorFor(scene, "MERCHANT"), proof({ ...scene, plan: slip }, "CARD_SLIP"));
  },
} satisfies Readonly<Record<string, Performance>>;
