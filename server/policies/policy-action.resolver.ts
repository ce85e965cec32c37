import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { isId } from "../kernel/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { approveDraft } from "./actions/approve-draft.ts";
import { attestPolicy } from "./actions/attest-policy.ts";
import { createPolicy } from "./actions/create-policy.ts";
import { discardDraft } from "./actions/discard-draft.ts";
import { endPolicy } from "./actions/end-policy.ts";
import { dropPolicyTest, keepPolicyTest } from "./actions/keep-policy-test.ts";
import { publishDraft } from "./actions/publish-draft.ts";
import { saveDraft } from "./actions/save-draft.ts";
import { sendBackDraft } from "./actions/send-back-draft.ts";
import { startDraft } from "./actions/start-draft.ts";
import { submitDraft } from "./actions/submit-draft.ts";
import { withdrawVersion } from "./actions/withdraw-version.ts";
import {
  AttestPolicyResult,
  PolicyDraftResult,
  PolicyTestResult,
  PolicyVersionResult,
  toAttestResult,
  toDraftResult,
  toTestResult,
  toVersionResult,
} from "./policy.result.ts";
import {
  AttestPolicyInput,
  CreatePolicyInput,
  EndPolicyInput,
  KeepPolicyTestInput,
  PolicyDraftInput,
  PublishPolicyInput,
  SavePolicyDraftInput,
  SendBackPolicyDraftInput,
  WithdrawPolicyVersionInput,
} from "./policy-draft.input.ts";
import { readContent, readFacts } from "./to-policy-content.ts";

const commandOf = ({ draftId, expectedRevision }: PolicyDraftInput) => ({
  draftId: rowId(draftId, "PolicyDraft"),
  expectedRevision,
});

const toEnd = ({ versionId, reason }: WithdrawPolicyVersionInput) => ({
  versionId: rowId(versionId, "PolicyVersion"),
  reason: freeText("reason", reason, 1000),
});

@Resolver()
export class PolicyActionResolver {
  @Mutation(() => PolicyDraftResult, {
    description: "Begins the next version of a policy from its newest text. One draft a policy.",
  })
  async startPolicyDraft(
    @Arg("policy", () => String) policy: string,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    return toDraftResult(ctx, await startDraft(ctx, policy));
  }

  @Mutation(() => PolicyDraftResult, {
    description: "Begins a policy for a narrower scope, from the text that holds for all merchants.",
  })
  async createPolicy(
    @Arg("input", () => CreatePolicyInput) input: CreatePolicyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    const { scope, label } = input;
    if (scope === "EVERYONE") throw badInput("`scope` EVERYONE has its policy already.");
    const value = scope === "MERCHANT" ? (rowId(input.value, "Merchant") ?? "") : input.value;
    const words = label == null ? null : { zh: freeText("label", label.zh, 60), en: freeText("label", label.en, 60) };
    if (scope === "MERCHANT" && !isId(value))
      return toDraftResult(ctx, { ok: false, error: { kind: "REFUSED", reasons: [{ code: "SCOPE_UNKNOWN" }] } });
    return toDraftResult(ctx, await createPolicy(ctx, { scope, value, label: words }));
  }

  @Mutation(() => PolicyDraftResult, {
    description: "Keeps what was written, finished or not, and answers with what the checks say of it.",
  })
  async savePolicyDraft(
    @Arg("input", () => SavePolicyDraftInput) input: SavePolicyDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    const { content, kind } = input;
    const note = optionalText("note", input.note, 1000) ?? "";
    return toDraftResult(
      ctx,
      await saveDraft(ctx, { ...commandOf(input), kind, note, content: () => readContent(content) }),
    );
  }

  @Mutation(() => PolicyDraftResult, {
    description: "Asks two people to read it who wrote none of it. The text stands still from here on.",
  })
  async submitPolicyDraft(
    @Arg("input", () => PolicyDraftInput) input: PolicyDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    return toDraftResult(ctx, await submitDraft(ctx, commandOf(input)));
  }

  @Mutation(() => PolicyDraftResult, {
    description: "Gives it back to its authors. Approvals were of that text, and are asked anew.",
  })
  async sendBackPolicyDraft(
    @Arg("input", () => SendBackPolicyDraftInput) input: SendBackPolicyDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    return toDraftResult(
      ctx,
      await sendBackDraft(ctx, { ...commandOf(input), note: freeText("note", input.note, 1000) }),
    );
  }

  @Mutation(() => PolicyDraftResult, { description: "One of the two agrees; with the second it is approved." })
  async approvePolicyDraft(
    @Arg("input", () => PolicyDraftInput) input: PolicyDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    return toDraftResult(ctx, await approveDraft(ctx, commandOf(input)));
  }

  @Mutation(() => PolicyDraftResult, {
    description: "Makes it a version that decides from a time on, and ends the one before.",
  })
  async publishPolicy(
    @Arg("input", () => PublishPolicyInput) input: PublishPolicyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    return toDraftResult(ctx, await publishDraft(ctx, { ...commandOf(input), from: input.from ?? null }));
  }

  @Mutation(() => PolicyVersionResult, {
    description:
      "Takes back a version that has not begun: it never decides, and what it was to take over from goes on.",
  })
  async withdrawPolicyVersion(
    @Arg("input", () => WithdrawPolicyVersionInput) input: WithdrawPolicyVersionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyVersionResult> {
    return toVersionResult(ctx, await withdrawVersion(ctx, toEnd(input)));
  }

  @Mutation(() => PolicyVersionResult, {
    description:
      "Ends a policy for a narrower scope, so that the next wider one decides; never the one for all merchants.",
  })
  async endPolicy(
    @Arg("input", () => EndPolicyInput) input: EndPolicyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyVersionResult> {
    return toVersionResult(ctx, await endPolicy(ctx, { ...toEnd(input), from: input.from ?? null }));
  }

  @Mutation(() => PolicyDraftResult, { description: "Discards it; it stays on record." })
  async discardPolicyDraft(
    @Arg("input", () => PolicyDraftInput) input: PolicyDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyDraftResult> {
    return toDraftResult(ctx, await discardDraft(ctx, commandOf(input)));
  }

  @Mutation(() => PolicyTestResult, {
    description: "Keeps a case that the policy must decide so: nothing is published while one comes out otherwise.",
  })
  async keepPolicyTest(
    @Arg("input", () => KeepPolicyTestInput) input: KeepPolicyTestInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyTestResult> {
    const { id, policy, expected } = input;
    const test = {
      id,
      policy,
      expected,
      name: freeText("name", input.name, 200),
      facts: readFacts(input.facts),
      caseNumber: null,
    };
    return toTestResult(ctx, await keepPolicyTest(ctx, test));
  }

  @Mutation(() => PolicyTestResult, { description: "Lets a kept case go." })
  async dropPolicyTest(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<typeof PolicyTestResult> {
    return toTestResult(ctx, await dropPolicyTest(ctx, isId(id) ? id : null));
  }

  @Mutation(() => AttestPolicyResult, {
    description: "The viewer says that they have read a version: the text with that hash and no other.",
  })
  async attestPolicy(
    @Arg("input", () => AttestPolicyInput) input: AttestPolicyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof AttestPolicyResult> {
    const { versionId, contentHash } = input;
    return toAttestResult(ctx, await attestPolicy(ctx, { versionId: rowId(versionId, "PolicyVersion"), contentHash }));
  }
}
