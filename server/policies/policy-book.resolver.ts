import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { instantInCursor, pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import {
  PolicyConnection,
  PolicyDraftType,
  PolicyTestType,
  PolicyType,
  toPolicy,
  toPolicyDraft,
  toPolicyTests,
} from "./policy-book.type.ts";
import { PolicyVersionType, toPolicyVersion } from "./policy-version.type.ts";
import { findDraft, openDraftOfPolicy } from "./queries/find-drafts.ts";
import { findPolicy, listPolicies, versionsOfPolicy } from "./queries/find-policies.ts";
import { testsOfPolicy } from "./queries/policy-tests.ts";

@Resolver(() => PolicyType)
export class PolicyBookResolver {
  @Query(() => PolicyConnection, { description: "The policies of all scopes, that for all merchants first." })
  async policyBook(
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PolicyType>> {
    const page = pageRequest(first, after, 2);
    if (page.after !== null) instantInCursor(page.after[0] ?? "");
    return toConnection(
      await listPolicies(ctx.db, page),
      page,
      (row) => [row.createdAt.toISOString(), row.name],
      (row) => toPolicy(row, ctx.locale),
    );
  }

  @Query(() => PolicyType, { nullable: true, description: "One policy by its name; null where there is none." })
  async policy(@Arg("name", () => String) name: string, @Ctx() ctx: RequestContext): Promise<PolicyType | null> {
    const row = await findPolicy(ctx.db, name);
    return row === null ? null : toPolicy(row, ctx.locale);
  }

  @Query(() => PolicyDraftType, { nullable: true, description: "A draft, whether or not it is still open." })
  async policyDraft(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<PolicyDraftType | null> {
    const found = rowId(id, "PolicyDraft");
    const row = found === null ? null : await findDraft(ctx.db, found);
    return row === null ? null : toPolicyDraft(row);
  }

  @FieldResolver(() => [PolicyVersionType], {
    description: "All published versions, the newest first; at most a hundred.",
  })
  async versions(@Root() { name }: PolicyType, @Ctx() ctx: RequestContext): Promise<readonly PolicyVersionType[]> {
    return (await ctx.loaders.load(versionsOfPolicy, name)).map((row) => toPolicyVersion(row, ctx.locale));
  }

  @FieldResolver(() => PolicyDraftType, {
    nullable: true,
    description: "What is being worked on, for those who write and review.",
  })
  async draft(@Root() { name }: PolicyType, @Ctx() ctx: RequestContext): Promise<PolicyDraftType | null> {
    const row = await ctx.loaders.load(openDraftOfPolicy, name);
    return row === null ? null : toPolicyDraft(row);
  }

  @FieldResolver(() => [PolicyTestType], {
    description: "The cases that it must decide so, run over its draft, else over its newest version.",
  })
  async tests(@Root() { name }: PolicyType, @Ctx() ctx: RequestContext): Promise<readonly PolicyTestType[]> {
    const [tests, draft, versions] = await Promise.all([
      ctx.loaders.load(testsOfPolicy, name),
      ctx.loaders.load(openDraftOfPolicy, name),
      ctx.loaders.load(versionsOfPolicy, name),
    ]);
    const content = (draft ?? versions.find(({ standing }) => standing))?.content;
    return content === undefined ? [] : toPolicyTests(content, tests, ctx.locale);
  }
}
