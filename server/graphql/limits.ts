import { ApolloArmor } from "@escape.tech/graphql-armor";
import type { ValidationRule } from "graphql";

/** Tokens that one document may have; the console's largest has a third of it. */
export const MOST_TOKENS = 3000;

/** How large a query may be. Lists multiply the cost of what they hold by `first`; a refusal does not say the limit. */
const armor = new ApolloArmor({
  maxTokens: { enabled: false },
  // A fragment counts as a level: the answer to an action on a case, with all that the page shows of it, has seventeen.
  maxDepth: { enabled: true, n: 20, ignoreIntrospection: true },
  maxAliases: { enabled: true, n: 15, allowList: [] },
  maxDirectives: { enabled: true, n: 30 },
  costLimit: {
    enabled: true,
    // The page of a case, whose events several parts ask for, is counted once for each: 62,000.
    maxCost: 75_000,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.1,
    ignoreIntrospection: true,
  },
  blockFieldSuggestion: { enabled: false },
});

/** For every way in, whoever asks: Apollo's and the stream's. What armor brings as Apollo plugins is off here or not needed. */
export const limitRules: readonly ValidationRule[] = armor.protect().validationRules;
