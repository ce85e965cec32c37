import { type CaseAction, caseActions } from "../../cases/domain/words.ts";
import { workflow } from "../../cases/domain/workflow.ts";
import type { Permission } from "../../staff/domain/permissions.ts";

const asks = (action: CaseAction, course: string) => workflow[action].training.some((code) => code === course);

/** The actions that a course opens, read off the workflow. */
export function actionsBehind(course: string): readonly CaseAction[] {
  return caseActions.filter((action) => asks(action, course));
}

/** The permissions by which those actions are done, so that it can be said who else could. */
export function permissionsBehind(course: string): readonly Permission[] {
  return [...new Set(actionsBehind(course).flatMap((action) => workflow[action].by))];
}
