import { type Exchange, mapExchange, type OperationResult } from "urql";

/** Of so many queries the last answer is held; a page asks for a few. */
const MOST = 100;

/**
 * What was read stays while nobody answers: the cache gives it once, and of a query that is asked anew in vain it says nothing
 * but the error. Here such a result holds both, so that no page goes because a look for something newer failed.
 */
export function lastRead(): Exchange {
  const answers = new Map<number, OperationResult["data"]>();
  return mapExchange({
    onResult(result) {
      const { operation, data, error } = result;
      if (operation.kind !== "query") return result;
      if (data == null)
        return error?.networkError === undefined ? result : { ...result, data: answers.get(operation.key) };
      answers.delete(operation.key);
      answers.set(operation.key, data);
      for (const [eldest] of answers) if (answers.size > MOST) answers.delete(eldest);
      return result;
    },
  });
}
