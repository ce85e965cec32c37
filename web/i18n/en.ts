import type { InEnglish } from "./dictionary.ts";
import { shellEn } from "./en/shell.ts";
import { wordsEn } from "./en/words.ts";
import type { zhCn } from "./zh-cn.ts";

/** All of the console's texts in English. */
export const en: InEnglish<typeof zhCn> = { ...wordsEn, ...shellEn };
