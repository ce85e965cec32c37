import { requestApproval } from "../../approvals/actions/request-approval.ts";
import { done } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { versionName } from "../domain/choose-policy.ts";
import { approvalsNeeded, isUnfit } from "../domain/draft-life.ts";
import { findPolicy } from "../queries/find-policies.ts";
import { gatherDraftFacts } from "../queries/gather-draft-facts.ts";
import { selectVersions, standing } from "../queries/policy-versions.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";
import { nextNumber } from "./publish-draft.ts";

/** Asks two people to read it who wrote none of it. From here on the text stands still. */
export function submitDraft(ctx: ActionContext, command: Omit<DraftCommand, "action">) {
  return changeDraft(ctx, { ...command, action: "SUBMIT" }, async (db, draft, actorId) => {
    await requestApproval(
      db,
      ctx,
      {
        subject: { kind: "POLICY_VERSION", id: draft.id },
        ...{ caseId: null, proposerId: actorId, amount: null, reason: draft.note },
        barred: draft.authorIds.map((staffId) => ({ staffId, because: "AUTHOR" as const })),
        needs: Array.from({ length: approvalsNeeded }, () => "policy.approve" as const),
        detail: {
          policy: draft.policy,
          ...(await labelsOf(db, draft.policy)),
          version: await nextName(db, draft),
          // The text does not change while it is read, nor are its cases taken away; one that is added says so itself.
          ...(isUnfit(await gatherDraftFacts(db, draft)) && { unfit: true }),
        },
      },
      ctx.clock.now(),
    );
    return done({ state: "IN_REVIEW" as const });
  });
}

/** Whom it is for, in both languages: the inbox of approvals knows a policy by nothing else. */
async function labelsOf(db: Db, name: string) {
  const policy = await findPolicy(db, name);
  return policy === null ? {} : { labelZh: policy.label.zh, labelEn: policy.label.en };
}

async function nextName(db: Db, draft: Parameters<typeof nextNumber>[0] & { readonly policy: string }) {
  const versions = await selectVersions(db)
    .select(standing().as("standing"))
    .where("policy", "=", draft.policy)
    .execute();
  return versionName(nextNumber(draft, versions));
}
