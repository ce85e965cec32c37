import { Field, ID, ObjectType } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import { Node } from "../graphql/node.type.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { CustomerRow } from "./queries/case-parts.ts";

@ObjectType("Customer", {
  simpleResolvers: true,
  implements: Node,
  description: "The person who paid. No account: they come by the private link of their case.",
})
export class CustomerType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, {
    description: "As the customer gave it; only the first character for whoever may not read contacts.",
  })
  name!: string;

  @Field(() => String, { nullable: true, description: "Null for whoever may not read contacts." })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: "Null for whoever may not read contacts." })
  email!: string | null;

  @Field(() => LocaleEnum, { description: "The language that the customer reads." })
  locale!: "zh-CN" | "en";
}

/** Personal data is shown by permission, and masked for everyone else. */
export function toCustomer(row: CustomerRow, mayReadContact: boolean): CustomerType {
  const id = toGlobalId("Customer", row.id);
  const shown = mayReadContact
    ? { name: row.name, phone: row.phone, email: row.email }
    : { name: maskedName(row.name), phone: null, email: null };
  return Object.assign(new CustomerType(), { id, locale: row.locale, ...shown });
}

/** The first character and stars, as Chinese slips and banks mask a name. */
function maskedName(name: string): string {
  const [first = ""] = Array.from(name);
  return `${first}**`;
}
