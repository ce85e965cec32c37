import { type Exchange, mapExchange, type OperationResult } from "urql";

export type Answers = Map<number, OperationResult["data"]>;

/** Of so many queries the last answer is held; a page asks for a few. */
const MOST = 100;

/**
 * What was read stays while nobody answers: the cache gives it once, and of a query that is asked anew in vain it says nothing
 * but the error. Here such a result holds both, so that no page goes because a look for something newer failed. Where the
 * server answers, but with an error in place of what was asked for, there is no data: a null would say that nothing is there.
 * `answers` may be another client's: whoever changes the language while nobody answers keeps the page as they read it.
 */
export function lastRead(answers: Answers = new Map()): Exchange {
  return mapExchange({
    onResult(result) {
      const { operation, data, error } = result;
      if (data == null || hasFailed(result)) {
        const isUnreached = operation.kind === "query" && error?.networkError !== undefined;
        return { ...result, data: isUnreached ? answers.get(operation.key) : undefined };
      }
      if (operation.kind !== "query") return result;
      answers.delete(operation.key);
      answers.set(operation.key, data);
      for (const [eldest] of answers) if (answers.size > MOST) answers.delete(eldest);
      return result;
    },
  });
}

/** Whether one of the fields that begin the operation is empty for an error, its own or one from inside it. */
function hasFailed({ data, error }: OperationResult): boolean {
  return error?.graphQLErrors.some(({ path: [root] = [] }) => root !== undefined && data[root] == null) === true;
}
