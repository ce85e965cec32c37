import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { ActionContext } from "../../request-context.ts";
import { reasonsAgainstTemplate, type TemplateDraft } from "../domain/judge-template.ts";
import type { OutsideThread } from "../domain/words.ts";

export interface SaveTemplate extends TemplateDraft {
  /** Null: a new one. */
  readonly id: string | null;
  /** Made once per new template; it becomes the template's id, so that a lost answer makes no second. */
  readonly key: string;
  readonly seenVersion: number | null;
  readonly thread: OutsideThread;
  readonly active: boolean;
}

export type SaveTemplateFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "STALE"; readonly id: string }
  | { readonly kind: "REFUSED"; readonly reasons: readonly BilingualText[] };

const wordsOfTemplate = ["thread", "name_zh", "name_en", "body_zh", "body_en", "active"] as const;

/** Writes a template anew or as it shall be from now on; of two who change the same version, one is told. */
export function saveTemplate(ctx: ActionContext, draft: SaveTemplate): Promise<Result<string, SaveTemplateFailure>> {
  return decideInTransaction<string, SaveTemplateFailure>(ctx.db, async (trx) => {
    const reasons = reasonsAgainstTemplate(draft);
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    const columns = {
      ...{ thread: draft.thread, name_zh: draft.nameZh, name_en: draft.nameEn },
      ...{ body_zh: draft.bodyZh, body_en: draft.bodyEn, active: draft.active },
      ...{ changed_by_id: ctx.actor.id, changed_at: ctx.clock.now() },
    };
    const id = draft.id ?? draft.key;
    if (draft.id === null) {
      const made = await trx
        .insertInto("message_template")
        .values({ id, ...columns })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .returning("id")
        .executeTakeFirst();
      if (made !== undefined) return done(id);
    }
    const known = await trx
      .selectFrom("message_template")
      .select(["version", ...wordsOfTemplate])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (known === undefined) return refused({ kind: "NOT_FOUND" });
    if (known.version !== draft.seenVersion) {
      // Asked again after a lost answer: what is stored is what was sent, so there is nobody to be told of.
      const isSame = wordsOfTemplate.every((name) => known[name] === columns[name]);
      return isSame ? done(id) : refused({ kind: "STALE", id });
    }
    await trx
      .updateTable("message_template")
      .set({ ...columns, version: known.version + 1 })
      .where("id", "=", id)
      .execute();
    return done(id);
  });
}
