import type { InEnglish } from "../dictionary.ts";
import type { outlookZhCn } from "../zh-cn/outlook.ts";

export const outlookEn: InEnglish<typeof outlookZhCn> = {
  outlook: {
    goesTo: "The case then is “{{state}}”.",
    stays: "The case stays “{{state}}”.",
    agree: "Who else must agree",
    level: "{{level}}: {{people}}",
    nobodyMay: "nobody can at the moment",
    untilThen: "Until all have agreed the money is only held, and none leaves.",
    held: "On its way back",
    refunded: "Given back",
    chargedBack: "Taken by the bank",
    noMoney: "No money moves.",
    customerTold: "What the customer is told",
    othersTold: "Who else is told",
    way: "{{channel}} · {{address}}",
    nobody: "No address to reach them at",
    yourWords: "[what you write]",
    language: "Language",
    reads: "The customer reads {{language}}",
    suggested: "Filled in from the case; change it as you like.",
    changed: "You changed it. It was suggested as:",
    inOther: "In {{language}}:",
    takeBack: "Back to the suggestion",
  },
};
