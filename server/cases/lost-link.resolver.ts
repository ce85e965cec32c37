import { setTimeout as wait } from "node:timers/promises";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { callerNetwork } from "../platform/caller-network.ts";
import { sha256 } from "../platform/journal.ts";
import { TryCounter } from "../platform/try-limit.ts";
import type { RequestContext } from "../request-context.ts";
import { resendLink } from "./actions/resend-link.ts";
import { readLostLink } from "./domain/lost-link.ts";
import { ResendCaseLinkInput, ResendCaseLinkResult, toLinkResent } from "./lost-link.result.ts";
import { toRequestRefused } from "./request.result.ts";

const byAddress = new TryCounter({ most: 10, oneBackEveryMs: 120_000 });
/** Nobody's telephone is made to ring all day by somebody else. */
const byContact = new TryCounter({ most: 3, oneBackEveryMs: 600_000 });

/** As long as sending takes at the most, so that the wait does not tell what the sentence keeps to itself. */
const answersAfterMs = 300;

@Resolver()
export class LostLinkResolver {
  @Mutation(() => ResendCaseLinkResult, {
    description:
      "Sends a customer a new private link, to the contact that their case has. Always answers the same; never shows a link.",
  })
  async resendCaseLink(
    @Arg("input", () => ResendCaseLinkInput) input: ResendCaseLinkInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ResendCaseLinkResult> {
    const lost = readLostLink(input);
    if (!lost.ok) return toRequestRefused(lost.error, ctx.locale);
    const [who, contact, now] = [
      callerNetwork(ctx.clientAddress),
      sha256(JSON.stringify(lost.value.contact)),
      ctx.clock.now(),
    ];
    if (!byAddress.mayTry(who, now) || !byContact.mayTry(contact, now)) {
      return toRequestRefused([{ code: "TOO_MANY_TRIES" }], ctx.locale);
    }
    const solution = input.puzzle ?? null;
    const puzzle =
      ctx.cameBy === "API_KEY" ? null : await ctx.puzzles.demand({ purpose: "resend link", who, solution });
    if (puzzle !== null) return toRequestRefused([{ code: "PUZZLE_NEEDED" }], ctx.locale, puzzle);
    byAddress.count(who, now);
    byContact.count(contact, now);
    await Promise.all([resendLink(ctx, lost.value), wait(answersAfterMs)]);
    return toLinkResent(ctx.locale);
  }
}
