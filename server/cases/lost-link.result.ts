import { createUnionType, Field, InputType, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { PuzzleSolutionInput } from "../graphql/puzzle.type.ts";
import type { Locale } from "../request-context.ts";
import { RequestRefusedType } from "./request.result.ts";

@InputType("ResendCaseLinkInput", { description: "What a customer who lost their private link still knows." })
export class ResendCaseLinkInput {
  @Field(() => String, {
    description: "The case's number, or the voucher number or retrieval reference of the payment.",
  })
  number!: string;

  @Field(() => String, { description: "The phone number or e-mail address that was given with the request." })
  contact!: string;

  @Field(() => PuzzleSolutionInput, { nullable: true, description: "Where the answer before asked for it." })
  puzzle!: PuzzleSolutionInput | null;
}

@ObjectType("LinkResent", {
  description: "The same whether or not there is such a case. The link itself is sent, never answered.",
})
export class LinkResentType {
  @Field(() => String)
  message!: string;
}

export const ResendCaseLinkResult = createUnionType({
  name: "ResendCaseLinkResult",
  types: () => [LinkResentType, RequestRefusedType] as const,
});

const onItsWay = {
  zh: "如果您填写的号码和联系方式与某项申请一致，新的专属链接正在发往该联系方式，原来的链接随即失效。十分钟内没有收到，请核对后再试，或致电、到柜台咨询。您的申请本身不受影响。",
  en: "If the number and the contact belong to a request, a new private link is on its way to that contact, and the old one has ended. Nothing after ten minutes? Check both and try again, or ask us by phone or at the counter. Your request itself is not affected.",
};

export function toLinkResent(locale: Locale): LinkResentType {
  return Object.assign(new LinkResentType(), { message: localised(onItsWay, locale) });
}
