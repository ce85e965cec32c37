import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { actOnCase } from "../cases/act-on-case.ts";
import { CaseType, toCase } from "../cases/case.type.ts";
import { ReferCaseToAgencyInput } from "../cases/case-action.input.ts";
import { CaseActionResult } from "../cases/case-action.result.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { localised } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import { type Agency, agencies, findAgency } from "./domain/agencies.ts";
import { referralEndings, stepName } from "./domain/referral-machine.ts";
import { listReferrals, referralOfCase } from "./queries/find-referrals.ts";
import { AdvanceReferralInput, RecordAgencyOutcomeInput, ReferralFilterInput } from "./referral.input.ts";
import { AgencyType, ReferralConnection, ReferralType, toReferral } from "./referral.type.ts";

type Answer = Promise<typeof CaseActionResult>;

@Resolver(() => ReferralType)
export class ReferralResolver {
  @Query(() => ReferralConnection, { description: "Complaints at agencies, the latest first." })
  async referrals(
    @Arg("filter", () => ReferralFilterInput, { nullable: true }) filter: ReferralFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ReferralType>> {
    const page = pageRequest(first, after, 2);
    const { states, agencies: codes, open } = filter ?? {};
    const narrowed = {
      ...(states != null && { states }),
      ...(codes != null && { agencies: codes }),
      ...(open != null && { open }),
    };
    return toConnection(
      await listReferrals(ctx.db, ctx.actor, narrowed, page),
      page,
      (row) => [row.lodged_at.toISOString(), row.id],
      toReferral,
    );
  }

  @Query(() => [AgencyType], { description: "The directory of agencies that a case can be referred to." })
  agencies(@Ctx() ctx: RequestContext): readonly AgencyType[] {
    return agencies.map((agency) => toAgency(agency, ctx));
  }

  @FieldResolver(() => AgencyType)
  agency(@Root() { row }: ReferralType, @Ctx() ctx: RequestContext): AgencyType {
    const agency = findAgency(row.agency);
    if (agency === null) throw new Error(`${row.agency} is not in the directory`);
    return toAgency(agency, ctx);
  }

  @FieldResolver(() => CaseType)
  async case(@Root() { row }: ReferralType, @Ctx() ctx: RequestContext): Promise<CaseType> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    if (found === null) throw new Error(`Referral ${row.id} is in sight and its case is not`);
    return toCase(found);
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Lodges a complaint with the consumer-protection agency for the customer. The agency's clock to accept it starts.",
  })
  referCaseToAgency(
    @Arg("input", () => ReferCaseToAgencyInput) input: ReferCaseToAgencyInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return actOnCase(ctx, input, {
      action: "REFER_TO_AGENCY",
      input: { agency: input.agency, message: freeText("message", input.message) },
    });
  }

  @Mutation(() => CaseActionResult, { description: "Records what the agency did inside its stage." })
  advanceReferral(
    @Arg("input", () => AdvanceReferralInput) input: AdvanceReferralInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const detail = { reference: optionalText("reference", input.reference, 100) };
    return actOnCase(ctx, input, { action: "ADVANCE_REFERRAL", input: { step: stepName(input.step), detail } });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Records how the agency ended the matter. A mediated refund moves the agreed amount only: at once within the agent's own limit, above it when others have agreed.",
  })
  recordAgencyOutcome(
    @Arg("input", () => RecordAgencyOutcomeInput) input: RecordAgencyOutcomeInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const { to, outcome } = referralEndings[input.outcome];
    const detail = { outcome: input.outcome };
    return actOnCase(ctx, input, {
      action: "RECORD_AGENCY_OUTCOME",
      input: { to, outcome, amount: input.amount ?? null, detail },
    });
  }
}

/** The referral of a case, which cases themselves know nothing of. */
@Resolver(() => CaseType)
export class CaseReferralResolver {
  @FieldResolver(() => ReferralType, {
    nullable: true,
    description: "The consumer-protection stage, once the case has been referred.",
  })
  async referral(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<ReferralType | null> {
    const found = await ctx.loaders.load(referralOfCase, row.id);
    return found === null ? null : toReferral(found);
  }
}

function toAgency(
  { code, name, channel, address, requiredContent, confirmed }: Agency,
  { locale }: RequestContext,
): AgencyType {
  return {
    code,
    name: localised(name, locale),
    channel: localised(channel, locale),
    address,
    requiredContent: requiredContent.map((line) => localised(line, locale)),
    confirmed,
  };
}
