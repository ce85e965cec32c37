import { Field, ID, ObjectType } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import { Node } from "../graphql/node.type.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { shownContact } from "./domain/shown-contact.ts";
import type { CustomerRow } from "./queries/case-parts.ts";

@ObjectType("Customer", {
  implements: Node,
  description: "The person who paid. No account: they come by the private link of their case.",
})
export class CustomerType extends Node {
  readonly rowId!: string;
  /** Of which case it is asked; null where it was found by its own id. */
  readonly caseId!: string | null;
  /** Nulls for whoever may not read it. */
  readonly contact!: { readonly phone: string | null; readonly email: string | null };

  @Field(() => ID)
  declare id: string;

  @Field(() => String, {
    description: "As the customer gave it; only the first character for whoever may not read contacts.",
  })
  name!: string;

  @Field(() => LocaleEnum, { description: "The language that the customer reads." })
  locale!: "zh-CN" | "en";
}

export function toCustomer(row: CustomerRow, caseId: string | null, mayReadContact: boolean): CustomerType {
  const { name, phone, email } = shownContact(row, mayReadContact);
  return Object.assign(new CustomerType(), {
    id: toGlobalId("Customer", row.id),
    rowId: row.id,
    caseId,
    locale: row.locale,
    name,
    contact: { phone, email },
  });
}
