import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import type { CourseContent } from "./domain/course-content.ts";
import type { CertificateFate } from "./domain/words.ts";

/** Something to be known at the desk. What it teaches stands in its versions; the workflow names it by its code. */
export const CourseSchema = defineEntity({
  name: "Course",
  tableName: "course",
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    /** How many people should hold it at any time, for the trainer's outlook; zero: nobody counts. */
    leastPeople: p.integer().default(0),
    createdAt: p.datetime(3),
  },
});

export class Course extends CourseSchema.class {}
CourseSchema.setClass(Course);

/** One text of a course. A draft changes under its revision; a published version never does, which the database guards. */
export const CourseVersionSchema = defineEntity({
  name: "CourseVersion",
  tableName: "course_version",
  uniques: [{ properties: ["course", "number"] }],
  properties: {
    id: p.uuid().primary(),
    course: () => p.manyToOne(Course),
    number: p.integer(),
    state: p.text().$type<"DRAFT" | "PUBLISHED">(),
    content: p.json<CourseContent>(),
    contentHash: p.text(),
    revision: p.integer().default(1),
    createdAt: p.datetime(3),
    publishedAt: p.datetime(3).nullable(),
    publishedBy: () => p.manyToOne(Staff).nullable(),
    /** What publishing did with the certificates that were out; null where validity stayed as it was. */
    certificates: p.text().$type<CertificateFate>().nullable(),
  },
});

export class CourseVersion extends CourseVersionSchema.class {}
CourseVersionSchema.setClass(CourseVersion);
