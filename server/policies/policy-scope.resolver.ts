import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import type { PolicyScope } from "./domain/choose-policy.ts";
import { PolicyType, toPolicy } from "./policy-book.type.ts";
import { PolicyScopeEnum } from "./policy-words.type.ts";
import { previewScope } from "./queries/scope-preview.ts";

@ObjectType("PolicyScopePreview", {
  description: "A scope before a policy is begun for it, and how that policy would stand to the others.",
})
export class PolicyScopePreviewType {
  @Field(() => String, {
    nullable: true,
    description: "What it is called; null for a category that has no name here and must be given one.",
  })
  label!: string | null;

  @Field(() => PolicyType, {
    nullable: true,
    description: "The policy that the scope has already; one is all it can have.",
  })
  taken!: PolicyType | null;

  @Field(() => [PolicyType], { description: "Narrower policies, before which it would stand back; at most a hundred." })
  narrower!: readonly PolicyType[];

  @Field(() => [PolicyType], {
    description: "Wider policies that would stand back for it, the next in line first; at most a hundred.",
  })
  wider!: readonly PolicyType[];
}

@Resolver()
export class PolicyScopeResolver {
  @Query(() => PolicyScopePreviewType, {
    nullable: true,
    description: "How a policy for this scope would stand to the others; null where there is no such scope.",
  })
  async policyScopePreview(
    @Arg("scope", () => PolicyScopeEnum, { description: "EVERYONE has its policy already." }) scope: PolicyScope,
    @Arg("value", () => String, {
      description: "The merchant's id, the category's four digits, or WEB, PHONE, COUNTER, FILE.",
    })
    value: string,
    @Ctx() { db, locale }: RequestContext,
  ): Promise<PolicyScopePreviewType | null> {
    if (scope === "EVERYONE") throw badInput("`scope` EVERYONE has its policy already.");
    const named = scope === "MERCHANT" ? rowId(value, "Merchant") : value;
    const preview = named === null ? null : await previewScope(db, { scope, value: named });
    if (preview === null) return null;
    const { label, taken, narrower, wider } = preview;
    return Object.assign(new PolicyScopePreviewType(), {
      label: label === null ? null : localised(label, locale),
      taken: taken === null ? null : toPolicy(taken, locale),
      narrower: narrower.map((row) => toPolicy(row, locale)),
      wider: wider.map((row) => toPolicy(row, locale)),
    });
  }
}
