import { defineEntity, p } from "@mikro-orm/core";

/** A puzzle whose solution was taken: a second request needs another one, at whichever server it arrives. */
export const SpentPuzzleSchema = defineEntity({
  name: "SpentPuzzle",
  tableName: "spent_puzzle",
  properties: {
    seed: p.text().primary(),
    /** After this nobody takes it any more, so the row can go. */
    expiresAt: p.datetime(3),
  },
});

export class SpentPuzzle extends SpentPuzzleSchema.class {}
SpentPuzzleSchema.setClass(SpentPuzzle);
