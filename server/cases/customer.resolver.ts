import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { CustomerType } from "./customer.type.ts";
import { accessNoted } from "./queries/access-noted.ts";
import { caseOfCustomer } from "./queries/case-parts.ts";

/** How a customer can be reached. Who reads it is written down first (`accessLog`). */
@Resolver(() => CustomerType)
export class CustomerResolver {
  @FieldResolver(() => String, { nullable: true, description: "Null for whoever may not read contacts." })
  phone(@Root() customer: CustomerType, @Ctx() ctx: RequestContext): Promise<string | null> {
    return shown(customer, customer.contact.phone, ctx);
  }

  @FieldResolver(() => String, { nullable: true, description: "Null for whoever may not read contacts." })
  email(@Root() customer: CustomerType, @Ctx() ctx: RequestContext): Promise<string | null> {
    return shown(customer, customer.contact.email, ctx);
  }
}

async function shown(
  customer: CustomerType,
  value: string | null,
  { loaders }: RequestContext,
): Promise<string | null> {
  if (value === null) return null;
  const caseId = customer.caseId ?? (await loaders.load(caseOfCustomer, customer.rowId));
  if (caseId !== null) await loaders.load(accessNoted, { caseId, kind: "CONTACT" });
  return value;
}
