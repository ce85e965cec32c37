import type { Bilingual } from "../../kernel/calendar.ts";
import type { CorrectionRefusal } from "./correction.ts";

const texts: Readonly<Record<CorrectionRefusal["code"], Bilingual>> = {
  NOT_CORRECTABLE: {
    zh: "这个日历不能更正：它没有节假日，或同时用于多个国家。",
    en: "This calendar takes no corrections: it has no holidays, or it serves several countries at once.",
  },
  NOTHING_CHANGES: {
    zh: "这一天已经是这样，没有可保存的更改。",
    en: "The day is so already; there is nothing to save.",
  },
  REASON_MISSING: {
    zh: "请填写依据，例如通知的文号。它会保留在历史记录中。",
    en: "Say what it rests on, such as the number of the notice. It is kept in the history.",
  },
};

export function correctionRefusalText({ code }: CorrectionRefusal): Bilingual {
  return texts[code];
}
