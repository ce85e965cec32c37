import { sql } from "kysely";
import { canonicalJson, sha256 } from "../../../platform/journal.ts";
import { type BrokenLink, type Chain, type CheckedThing, headOver } from "./chain.ts";

/**
 * A policy: the text of each published version is the one that was published and that people attested, by its hash. Whoever
 * rewrites a text and its hash together is given away by theirs.
 */
export const policyTexts: Chain = {
  node: "Policy",
  proves: ["policy_version.content", "policy_version.content_hash", "policy_attestation.content_hash"],
  atOnce: 20,
  check: async (db, after, most) => {
    const rows = await db
      .selectFrom("policy")
      .select([
        "name",
        sql<
          readonly Text[]
        >`coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'content', v.content, 'content_hash', v.content_hash, 'signed', array(
            select a.content_hash from policy_attestation a where a.policy_version_id = v.id
            union select d.content_hash from policy_draft_event d where d.draft_id = v.id and d.action = 'PUBLISH'
          )) order by v.published_at, v.id) from policy_version v where v.policy = policy.name), '[]')`.as("texts"),
      ])
      .$if(after !== null, (q) => q.where("name", ">", after ?? ""))
      .orderBy("name")
      .limit(sql.lit(most))
      .execute();
    return rows.map(({ name, texts }) => checkTexts({ id: name, name }, texts));
  },
};

/** A course: what each published version teaches is what people were examined in, by its hash. */
export const courseTexts: Chain = {
  node: "Course",
  proves: ["course_version.content", "course_version.content_hash"],
  atOnce: 20,
  check: async (db, after, most) => {
    const rows = await db
      .selectFrom("course")
      .select([
        "id",
        "code",
        sql<
          readonly Text[]
        >`coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'content', v.content, 'content_hash', v.content_hash, 'signed', array[]::text[]) order by v.number) from course_version v where v.course_id = course.id and v.state = 'PUBLISHED'), '[]')`.as(
          "texts",
        ),
      ])
      .$if(after !== null, (q) => q.where("id", ">", after ?? ""))
      .orderBy("id")
      .limit(sql.lit(most))
      .execute();
    return rows.map(({ id, code, texts }) => checkTexts({ id, name: code }, texts));
  },
};

interface Text {
  readonly id: string;
  readonly content: unknown;
  readonly content_hash: string;
  /** What people put their names to, by its hash. */
  readonly signed: readonly string[];
}

function checkTexts(thing: Pick<CheckedThing, "id" | "name">, texts: readonly Text[]): CheckedThing {
  const at = texts.findIndex(({ content, content_hash, signed }) =>
    [sha256(canonicalJson(content)), ...signed].some((hash) => hash !== content_hash),
  );
  const broken: BrokenLink | null =
    at === -1 ? null : { fault: "TEXT_DIFFERS", sequence: at + 1, rowId: texts[at]?.id ?? null };
  return { ...thing, head: headOver(texts.map(({ content_hash }) => content_hash)), count: texts.length, broken };
}
