import { Field, ObjectType, registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { type SearchMatch, searchMatches } from "./domain/search-text.ts";
import type { SearchHitRow } from "./queries/search-branches.ts";

export const SearchMatchEnum = wordsEnum(searchMatches);
registerEnumType(SearchMatchEnum, {
  name: "SearchMatch",
  description: "What of a case or a transaction was found. NAME, PHONE and EMAIL: the customer's.",
});

@ObjectType("SearchHit", {
  description: "A case or a transaction that a search has found, and by what: one of the two is there.",
})
export class SearchHitType {
  row!: SearchHitRow;

  @Field(() => SearchMatchEnum)
  matchedBy!: SearchMatch;

  @Field(() => String, { description: "What was found, as it is stored; of a telephone or an e-mail only the end." })
  matchedText!: string;
}

export function toSearchHit(row: SearchHitRow): SearchHitType {
  return Object.assign(new SearchHitType(), { row, matchedBy: row.matched, matchedText: shownText(row) });
}

/** Enough to see that it is the one meant, for a list that stays on the screen. */
function shownText({ matched, text }: SearchHitRow): string {
  if (matched === "PHONE") return `•••• ${text.slice(-4)}`;
  if (matched === "EMAIL") return `${text.slice(0, 1)}•••${text.slice(text.indexOf("@"))}`;
  return text;
}
