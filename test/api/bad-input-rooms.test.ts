import { caseActionRows } from "../support/case-action-rows.ts";
import { tryMutations } from "../support/try-mutations.ts";

// Every mutation that is no action on a case.
tryMutations((name) => !(name in caseActionRows));
