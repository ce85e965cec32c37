import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { recordInSight } from "../../staff/scope.ts";

export interface Certificate {
  readonly code: string;
  readonly name: string;
  readonly course: BilingualText;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

function selectCertificates(db: Db) {
  return db
    .selectFrom("training_record")
    .innerJoin("staff", "staff.id", "training_record.staff_id")
    .innerJoin("course_version", "course_version.id", "training_record.course_version_id")
    .select(["training_record.certificate_code as code", "staff.name", "course_version.content"])
    .select(["training_record.valid_from as validFrom", "training_record.valid_until as validUntil"])
    .where("training_record.certificate_code", "is not", null);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectCertificates>["executeTakeFirst"]>>>;

/** By the number that is printed on it: whoever has that may know what it says. */
export async function findCertificate(db: Db, code: string): Promise<Certificate | null> {
  return toCertificate(
    await selectCertificates(db).where("training_record.certificate_code", "=", code).executeTakeFirst(),
  );
}

/** Of a record in sight. */
export async function findCertificateOfRecord(db: Db, actor: Actor, recordId: string): Promise<Certificate | null> {
  const row = await selectCertificates(db)
    .where("training_record.id", "=", recordId)
    .where((eb) => recordInSight(eb, actor))
    .executeTakeFirst();
  return toCertificate(row);
}

function toCertificate(row: Row | undefined): Certificate | null {
  if (row === undefined || row.code === null) return null;
  const { code, name, content } = row;
  return {
    code,
    name,
    course: content.title,
    validFrom: row.validFrom as Day | null,
    validUntil: row.validUntil as Day | null,
  };
}
