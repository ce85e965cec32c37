import { sql } from "kysely";
import type { ApprovalStep, ApprovalSubject, SubjectRefusals } from "../approvals/approval-subjects.ts";
import type { ActionContext } from "../request-context.ts";
import { moveByDecision } from "./actions/move-by-decision.ts";
import { type DraftState, draftRefusals } from "./domain/draft-life.ts";
import { draftRefusalText } from "./domain/draft-refusal-text.ts";
import { selectDrafts } from "./queries/find-drafts.ts";
import { gatherDraftFacts } from "./queries/gather-draft-facts.ts";

type Step = ApprovalStep<ActionContext>;

/** The text of a coming version: two agree to it who wrote none of it. Turned down or lapsed, it is its authors' again. */
export const policyApproval: ApprovalSubject<ActionContext> = {
  training: [],
  notNow: {
    when: sql`(approval_request.detail ->> 'unfit') = 'true'`,
    text: {
      zh: "裁定表有缺口或用不到的行，或有测试案例未通过，因此暂不能批准；退回后由起草人修改，再重新提交。现在可以退回。",
      en: "Its table has gaps or rows that are never reached, or a test case fails, so nobody can agree to it yet. Send it back, and its authors mend it and ask anew.",
    },
  },
  lock: async (db, { subject_id }) => {
    await db.selectFrom("policy_draft").select("id").where("id", "=", subject_id).forUpdate().execute();
  },
  agreed: (step) => agree(step, "IN_REVIEW"),
  granted: (step) => agree(step, "APPROVED"),
  rejected: async (step) => {
    const { note } = await step.db
      .selectFrom("approval_decision")
      .select("note")
      .where("request_id", "=", step.request.id)
      .where("verdict", "=", "REJECT")
      .executeTakeFirstOrThrow();
    await moveByDecision(step, { action: "SEND_BACK", state: "DRAFT", note });
    return [];
  },
  expired: async (step) => {
    await moveByDecision(step, { action: "LAPSE", state: "DRAFT", note: null });
    return [];
  },
};

/** By whatever road the word comes, the draft's own rules are asked: a text with a gap is agreed to by nobody. */
async function agree(step: Step, state: DraftState): Promise<SubjectRefusals> {
  const { ctx, db, request } = step;
  const draft = await selectDrafts(db).where("id", "=", request.subject_id).executeTakeFirstOrThrow();
  // As it was before this word, which is written already.
  const facts = { ...(await gatherDraftFacts(db, draft)), approvedByIds: request.agreed_ids };
  const reasons = draftRefusals(facts, "APPROVE", ctx.actor);
  if (reasons.length > 0)
    return reasons.map((reason) => ({ zh: draftRefusalText(reason, "zh-CN"), en: draftRefusalText(reason, "en") }));
  await moveByDecision(step, { action: "APPROVE", state, note: null });
  return [];
}
