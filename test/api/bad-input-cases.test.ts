import { caseActionRows } from "../support/case-action-rows.ts";
import { tryMutations } from "../support/try-mutations.ts";

// The actions on a case. The other mutations are tried in a file of their own, so that both run side by side.
tryMutations((name) => name in caseActionRows);
