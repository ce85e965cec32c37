import { Field, InputType, Int } from "type-graphql";

@InputType("ChangeDeskSettingsInput", {
  description: "All settings as they are to be; the unchanged ones as they were.",
})
export class ChangeDeskSettingsInput {
  @Field(() => Int, { description: "The version that was looked at. Somebody else was faster: StaleDeskSettings." })
  expectedVersion!: number;

  @Field(() => String)
  nameZh!: string;

  @Field(() => String)
  nameEn!: string;

  @Field(() => String, { nullable: true, description: "What customers dial; left out or empty: no telephone." })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "Where customers write to; left out or empty: no e-mail." })
  email?: string | null;

  @Field(() => String, { description: "A code of ISO 4217." })
  currency!: string;

  @Field(() => String, { description: "A name of the IANA's, such as Asia/Shanghai." })
  timeZone!: string;
}
