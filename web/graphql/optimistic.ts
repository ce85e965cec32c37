import type { CacheExchangeOpts, DataFields, OptimisticMutationResolver } from "@urql/exchange-graphcache";

interface CaseInput {
  readonly caseId: string;
  readonly assigneeId?: string | null;
  readonly until?: string;
}

/** An action that changes these fields of its case and can be taken back. */
function onCase(change: (input: CaseInput) => DataFields): OptimisticMutationResolver {
  return (args) => {
    const input = args["input"] as unknown as CaseInput;
    return { __typename: "CaseActionDone", case: { __typename: "Case", id: input.caseId, ...change(input) } };
  };
}

/**
 * What is shown as done before the answer comes; a no takes it back and is said where it was pressed. Only what can be
 * undone by hand stands here, and never what touches money or a customer.
 */
export const optimistic: NonNullable<CacheExchangeOpts["optimistic"]> = {
  assignCase: onCase(({ assigneeId = null }) => ({
    assignee: assigneeId === null ? null : { __typename: "Staff", id: assigneeId },
  })),
  snoozeCase: onCase(({ until = null }) => ({ snoozedUntil: until })),
  wakeCase: onCase(() => ({ snoozedUntil: null })),
};
