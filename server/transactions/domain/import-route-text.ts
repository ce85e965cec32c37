import type { Bilingual } from "./import-text.ts";

/** Why a request about imports is not heard at all. */
export type ImportRouteProblem =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "FOREIGN_PAGE"
  | "UNKNOWN_KIND"
  | "NO_SUCH_IMPORT"
  | "COLUMNS_NOT_READ"
  | "IS_A_FORM";

export const importRouteText: Readonly<Record<ImportRouteProblem, Bilingual>> = {
  UNAUTHENTICATED: { zh: "请先登录。", en: "Sign in first." },
  FORBIDDEN: { zh: "您的角色不能导入文件。", en: "Your role does not import files." },
  FOREIGN_PAGE: { zh: "该页面不属于本系统。", en: "This page is not the desk's." },
  UNKNOWN_KIND: {
    zh: "没有这种导入；可用 settlement、bank-disputes 和 requests。",
    en: "There is no such import; there are settlement, bank-disputes and requests.",
  },
  COLUMNS_NOT_READ: { zh: "无法读取列的对应关系。", en: "Which heading stands for which column could not be read." },
  NO_SUCH_IMPORT: { zh: "找不到该次导入。", en: "There is no such import." },
  IS_A_FORM: { zh: "请把文件本身作为请求正文发送，不要用表单。", en: "Send the file itself as the body, not a form." },
};
