import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { cardNetworks, importKinds, importStates, transactionKinds } from "./domain/words.ts";

export const TransactionKindEnum = wordsEnum(transactionKinds);
registerEnumType(TransactionKindEnum, { name: "TransactionKind", description: "What a movement on a card is." });

export const CardNetworkEnum = wordsEnum(cardNetworks);
registerEnumType(CardNetworkEnum, { name: "CardNetwork", description: "Whose rules a card payment follows." });

export const ImportKindEnum = wordsEnum(importKinds);
registerEnumType(ImportKindEnum, { name: "ImportKind", description: "What a file holds." });

export const ImportStateEnum = wordsEnum(importStates);
registerEnumType(ImportStateEnum, {
  name: "ImportState",
  description: "RECEIVING while the upload comes in, QUEUED until a worker is free, RUNNING, then DONE or FAILED.",
});
