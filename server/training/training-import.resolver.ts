import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, Query, Resolver, Root } from "type-graphql";
import { freeText } from "../graphql/free-text.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { RequestContext } from "../request-context.ts";
import { importRecords } from "./actions/import-records.ts";
import { importOfRecord } from "./queries/find-imports.ts";
import { readOutsideFile } from "./read-outside-file.ts";
import { OutsideFileResult, toOutsideFileResult } from "./training-import.result.ts";
import { TrainingImportType } from "./training-import.type.ts";
import { TrainingRecordType } from "./training-record.type.ts";

@InputType("OutsideRecordFileInput", {
  description:
    "A CSV file with a heading: `email`, `course` (its code) and `passed_on`; where known `score`, `valid_until` and `certificate`. At most 1,000 rows.",
})
export class OutsideFileInput {
  @Field(() => String)
  fileName!: string;

  @Field(() => String, { description: "The file's text." })
  content!: string;
}

@Resolver(() => TrainingRecordType)
export class TrainingImportResolver {
  @Query(() => OutsideFileResult, {
    nullable: true,
    description: "What would become of each row of a file of records from outside. Nothing is kept.",
  })
  async outsideRecordsPreview(
    @Arg("input", () => OutsideFileInput) { content }: OutsideFileInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof OutsideFileResult> {
    const asked = { byId: ctx.actor.id, today: deskDay(ctx.clock.now()) };
    return toOutsideFileResult(await readOutsideFile(ctx.db, asked, content), ctx.locale);
  }

  @Mutation(() => OutsideFileResult, {
    description:
      "Records what people passed elsewhere: the good rows, never one's own. The same file again records nothing.",
  })
  async importOutsideRecords(
    @Arg("input", () => OutsideFileInput) { fileName, content }: OutsideFileInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof OutsideFileResult> {
    const name = freeText("fileName", fileName, 200);
    const { id } = ctx.actor;
    if (id === null) throw new Error("Only somebody of the desk may record anything");
    const actor = { ...ctx.actor, id };
    return toOutsideFileResult(await importRecords({ ...ctx, actor }, { name, content }), ctx.locale);
  }

  @FieldResolver(() => TrainingImportType, {
    nullable: true,
    description: "For what was passed elsewhere: who recorded it, and by which file.",
  })
  async importedBy(
    @Root() { row }: TrainingRecordType,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingImportType | null> {
    return row.import_id === null ? null : ctx.loaders.load(importOfRecord, row.import_id);
  }
}
