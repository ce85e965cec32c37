import type { InEnglish } from "../dictionary.ts";
import type { pickZhCn } from "../zh-cn/pick.ts";

export const pickEn: InEnglish<typeof pickZhCn> = {
  pick: {
    type: "Type a part of the name",
    list: "What fits",
    category: "{{code}} {{name}}",
    none: "Nothing by that name. Try a shorter part of it.",
    more: "More fit than are shown. Type on to narrow them.",
  },
};
