import type { VariablesOf } from "gql.tada";
import type { Viewer } from "../../../shell/viewer.ts";
import type { BulkPreviewQuery } from "./bulk-operations.ts";

export type BulkAction = VariablesOf<typeof BulkPreviewQuery>["action"];

/** What each takes, so that nobody is offered what their role never does; what one case allows the preview says. */
export const bulkNeeds: readonly { readonly action: BulkAction; readonly needs: Viewer["permissions"][number] }[] = [
  { action: "ASSIGN", needs: "CASE_ASSIGN" },
  { action: "ADD_NOTE", needs: "CASE_NOTE" },
  { action: "REQUEST_INFORMATION", needs: "CASE_WORK" },
  { action: "CLOSE", needs: "CASE_WORK" },
];
