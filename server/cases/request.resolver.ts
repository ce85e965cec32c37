import { setTimeout as wait } from "node:timers/promises";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { PuzzleSolutionInput } from "../graphql/puzzle.type.ts";
import { done, type Result, refused } from "../kernel/result.ts";
import { callerNetwork } from "../platform/caller-network.ts";
import type { Puzzle, PuzzleSolution } from "../platform/puzzle/puzzle.ts";
import { TryCounter } from "../platform/try-limit.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { readSlip, type Slip } from "../transactions/domain/slip.ts";
import { findPayment } from "../transactions/queries/find-payment.ts";
import { openForCustomer } from "./actions/open-for-customer.ts";
import { submitRequest } from "./actions/submit-request.ts";
import { CaseType, toCase } from "./case.type.ts";
import { type Contact, readContact } from "./domain/contact.ts";
import type { RequestProblem } from "./domain/request-problem.ts";
import { casesOfTransaction } from "./queries/cases-of-transaction.ts";
import { findCases } from "./queries/find-cases.ts";
import { type ContactInput, OpenCaseForCustomerInput, PaymentSlipInput, SubmitRequestInput } from "./request.input.ts";
import {
  CaseOpenedType,
  FindPaymentResult,
  OpenCaseResult,
  SubmitRequestResult,
  toPaymentFound,
  toPaymentNotFound,
  toRequestFailure,
  toRequestRefused,
  toRequestSubmitted,
} from "./request.result.ts";

/** Whoever guesses at slips runs dry after these; a customer who mistypes does not. */
const misses = new TryCounter({ most: 30, oneBackEveryMs: 20_000 });
const submissions = new TryCounter({ most: 120, oneBackEveryMs: 3_000 });
const missCostsMs = 200;

/** How requests come to the desk: by the customer's own form, or through somebody of the desk. */
@Resolver()
export class RequestResolver {
  @Query(() => FindPaymentResult, {
    description:
      "The first step of the customer's form: the payment that the slip is about. Answered only where everything on the slip fits.",
  })
  async findPayment(
    @Arg("slip", () => PaymentSlipInput) typed: PaymentSlipInput,
    @Arg("puzzle", () => PuzzleSolutionInput, { nullable: true, description: "Where the answer before asked for it." })
    solution: PuzzleSolutionInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof FindPaymentResult> {
    const slip = slipOf(typed);
    if (!slip.ok) return toRequestRefused(slip.error, ctx.locale);
    if (!mayTry(ctx)) return toRequestRefused([{ code: "TOO_MANY_TRIES" }], ctx.locale);
    const puzzle = await puzzleFor(ctx, "find payment", solution);
    if (puzzle !== null) return toRequestRefused([{ code: "PUZZLE_NEEDED" }], ctx.locale, puzzle);
    const found = await findPayment(ctx.db, slip.value);
    if (found !== undefined) return toPaymentFound(found);
    await countMiss(ctx);
    return toPaymentNotFound(ctx.locale);
  }

  @Mutation(() => SubmitRequestResult, {
    description: "A customer asks for a refund. No account: the answer holds the token of their private link.",
  })
  async submitRequest(
    @Arg("input", () => SubmitRequestInput) input: SubmitRequestInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof SubmitRequestResult> {
    const [slip, contact] = [slipOf(input.slip), contactOf(input.contact, ctx.locale)];
    if (!slip.ok || !contact.ok) return toRequestRefused([...errorOf(slip), ...errorOf(contact)], ctx.locale);
    const [who, now] = [whoOf(ctx), ctx.clock.now()];
    if (!mayTry(ctx) || !submissions.mayTry(who, now)) {
      return toRequestRefused([{ code: "TOO_MANY_TRIES" }], ctx.locale);
    }
    const puzzle = await puzzleFor(ctx, "submit request", input.puzzle);
    if (puzzle !== null) return toRequestRefused([{ code: "PUZZLE_NEEDED" }], ctx.locale, puzzle);
    submissions.count(who, now);
    const { amount, reason, message, idempotencyKey } = input;
    const result = await submitRequest(ctx, {
      ...{ slip: slip.value, contact: contact.value, reason, idempotencyKey },
      amount: { minor: amount.minor, currency: amount.currency },
      message: optionalText("message", message),
    });
    if (result.ok ? !result.value.paymentFound : result.error.kind === "REFUSED") await countMiss(ctx);
    return result.ok ? toRequestSubmitted(result.value, ctx.locale) : toRequestFailure(result.error, ctx.locale);
  }

  @Mutation(() => OpenCaseResult, {
    description:
      "Takes a request down by telephone or at the counter. An open case about the same payment is named first.",
  })
  async openCaseForCustomer(
    @Arg("input", () => OpenCaseForCustomerInput) input: OpenCaseForCustomerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof OpenCaseResult> {
    const contact = contactOf(input.contact, ctx.locale);
    if (!contact.ok) return toRequestRefused(contact.error, ctx.locale);
    const { amount, origin, channel, reason, message, despiteOpenCase, idempotencyKey } = input;
    const result = await openForCustomer(ctx, {
      ...{ origin, channel, reason, despiteOpenCase, idempotencyKey, contact: contact.value },
      transactionId: rowId(input.transactionId, "Transaction"),
      amount: { minor: amount.minor, currency: amount.currency },
      message: optionalText("message", message),
    });
    if (!result.ok) return toRequestFailure(result.error, ctx.locale);
    const [row] = await findCases(ctx.db, ctx.actor, [result.value.caseId]);
    if (row === undefined) throw new Error("A case is out of sight of whoever opened it");
    return Object.assign(new CaseOpenedType(), { case: toCase(row) });
  }

  @Query(() => [CaseType], {
    description: "Cases in sight about this payment, the latest first: asked before another one is opened.",
  })
  async duplicatesOf(
    @Arg("transactionId", () => ID) transactionId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly CaseType[]> {
    const id = rowId(transactionId, "Transaction");
    return id === null ? [] : (await ctx.loaders.load(casesOfTransaction, id)).map(toCase);
  }
}

function slipOf(typed: PaymentSlipInput): Result<Slip, readonly RequestProblem[]> {
  const slip = readSlip(typed);
  return slip.ok ? slip : refused(slip.error.map((gap) => ({ code: `SLIP_${gap}` as const })));
}

function contactOf(
  typed: ContactInput,
  locale: Locale,
): Result<Contact & { readonly locale: Locale }, readonly RequestProblem[]> {
  const contact = readContact(typed);
  if (contact.ok) return done({ ...contact.value, locale: typed.locale ?? locale });
  return refused(contact.error.map((code) => ({ code })));
}

function errorOf<E>(result: Result<unknown, readonly E[]>): readonly E[] {
  return result.ok ? [] : result.error;
}

function whoOf({ clientAddress }: RequestContext): string {
  return callerNetwork(clientAddress);
}

/** A machine with a key is known; everybody else may be one of very many. */
async function puzzleFor(
  ctx: RequestContext,
  purpose: string,
  solution: PuzzleSolution | null | undefined,
): Promise<Puzzle | null> {
  if (ctx.cameBy === "API_KEY") return null;
  return ctx.puzzles.demand({ purpose, who: whoOf(ctx), solution: solution ?? null });
}

function mayTry(ctx: RequestContext): boolean {
  return misses.mayTry(whoOf(ctx), ctx.clock.now());
}

/** A miss costs a moment and one of the tries, whatever it was that did not fit. */
async function countMiss(ctx: RequestContext): Promise<void> {
  misses.count(whoOf(ctx), ctx.clock.now());
  await wait(missCostsMs);
}
