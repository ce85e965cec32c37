import { createUnionType, Field, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { RefusalType, toRefusal } from "./available-action.type.ts";
import { CaseType, toCase } from "./case.type.ts";
import type { CaseActionDone, CaseActionFailure } from "./case-command.ts";
import { CaseEventType, toCaseEvent } from "./case-event.type.ts";
import { caseActionText } from "./domain/case-action-text.ts";
import { getCaseEvent } from "./queries/case-events.ts";
import { findCases } from "./queries/find-cases.ts";

@ObjectType("CaseActionDone", { description: "It happened: the case as it is now, and the event that tells it." })
export class CaseActionDoneType {
  @Field(() => CaseType)
  case!: CaseType;

  @Field(() => CaseEventType)
  event!: CaseEventType;
}

@ObjectType("ActionRefused", {
  implements: Problem,
  description: "The rules say no. Nothing was written and no money moved.",
})
export class ActionRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [RefusalType], { description: "All reasons, not the first." })
  reasons!: readonly RefusalType[];
}

@ObjectType("StaleCase", {
  implements: Problem,
  description: "Somebody was faster: the case has a newer version. Nothing was written.",
})
export class StaleCaseType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => CaseType, { description: "The case as it is now." })
  case!: CaseType;
}

@ObjectType("CaseNotFound", {
  implements: Problem,
  description: "There is no such case, or it is not the caller's to see.",
})
export class CaseNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("KeyReused", {
  implements: Problem,
  description: "The idempotency key was used before with other input. Nothing was written.",
})
export class KeyReusedType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const CaseActionResult = createUnionType({
  name: "CaseActionResult",
  description: "The answer to every action on a case.",
  types: () => [CaseActionDoneType, ActionRefusedType, StaleCaseType, CaseNotFoundType, KeyReusedType] as const,
});

/** Puts the door's answer on the wire; the case is read again, so that the answer carries what the screen needs. */
export async function toCaseActionResult(
  ctx: RequestContext,
  result: Result<CaseActionDone, CaseActionFailure>,
): Promise<typeof CaseActionResult> {
  if (result.ok) {
    const found = await caseNow(ctx, result.value.caseId);
    if (found === null) return problem(CaseNotFoundType, { message: caseActionText("NOT_FOUND", ctx.locale) });
    const event = await getCaseEvent(ctx.db, result.value.eventId);
    return Object.assign(new CaseActionDoneType(), { case: found, event: toCaseEvent(event) });
  }
  const { error } = result;
  switch (error.kind) {
    case "REFUSED":
      return problem(ActionRefusedType, {
        message: caseActionText("REFUSED", ctx.locale),
        reasons: error.reasons.map((reason) => toRefusal(reason, ctx)),
      });
    case "STALE": {
      const found = await caseNow(ctx, error.caseId);
      if (found !== null) return problem(StaleCaseType, { message: caseActionText("STALE", ctx.locale), case: found });
      return problem(CaseNotFoundType, { message: caseActionText("NOT_FOUND", ctx.locale) });
    }
    case "NOT_FOUND":
      return problem(CaseNotFoundType, { message: caseActionText("NOT_FOUND", ctx.locale) });
    case "KEY_REUSED":
      return problem(KeyReusedType, { message: caseActionText("KEY_REUSED", ctx.locale) });
  }
}

async function caseNow(ctx: RequestContext, caseId: string): Promise<CaseType | null> {
  const [row] = await findCases(ctx.db, ctx.actor, [caseId]);
  return row === undefined ? null : toCase(row);
}

function problem<T extends Problem>(type: new () => T, fields: Omit<T, never>): T {
  return Object.assign(new type(), fields);
}
