import { Arg, Ctx, Field, FieldResolver, InputType, ObjectType, Resolver, Root } from "type-graphql";
import { formatMoney, money } from "../kernel/money.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { LocaleEnum } from "./locale.ts";
import { BigIntScalar, CurrencyCodeScalar } from "./scalars.ts";

@ObjectType("Money", { simpleResolvers: true, description: "An exact amount in one currency." })
export class MoneyType {
  @Field(() => BigIntScalar, {
    description: "The amount in the currency's smallest unit, e.g. 129900 for CNY 1,299.00.",
  })
  minor!: bigint;

  @Field(() => CurrencyCodeScalar)
  currency!: string;
}

@InputType("MoneyInput", { description: "An exact amount in one currency." })
export class MoneyInput {
  @Field(() => BigIntScalar, { description: "Minor units: 129900 is CNY 1,299.00." })
  minor!: bigint;

  @Field(() => CurrencyCodeScalar)
  currency!: string;
}

@Resolver(() => MoneyType)
export class MoneyResolver {
  @FieldResolver(() => String, {
    description: "For people: the code, then the amount with separators, e.g. CNY 1,299.00.",
  })
  formatted(
    @Root() root: MoneyType,
    @Arg("locale", () => LocaleEnum, { nullable: true, description: "The reader's own language when left out." })
    locale: Locale | null,
    @Ctx() ctx: RequestContext,
  ): string {
    return formatMoney(money(root.minor, root.currency), locale ?? ctx.locale);
  }
}
