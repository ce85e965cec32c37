import type { LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { AccessKind } from "../../staff/domain/access-kinds.ts";

interface Shown {
  readonly caseId: string;
  readonly kind: AccessKind;
}

/**
 * Asked before personal data of a case is shown to somebody of staff: all that a request shows is written down in one
 * statement, and what cannot be written down is not shown. A customer who reads their own case is nobody's business.
 */
export const accessNoted: LoaderOf<RequestContext, Shown, true> = {
  async batch({ db, actor, clock, noteAccess }, shown) {
    const { id: viewerId } = actor;
    if (viewerId !== null) {
      await noteAccess(
        db,
        shown.map(({ caseId, kind }) => ({ viewerId, caseId, kind, at: clock.now() })),
      );
    }
    return shown.map(() => true);
  },
  keyOf: ({ caseId, kind }) => `${caseId} ${kind}`,
};
