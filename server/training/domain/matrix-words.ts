import type { BilingualText } from "../../policies/domain/policy-content.ts";

/** What stands above the columns of the matrix as a file. */
export const matrixHeadings = {
  name: { zh: "姓名", en: "Name" },
  role: { zh: "角色", en: "Role" },
  gaps: { zh: "缺口", en: "Gaps" },
} as const satisfies Readonly<Record<string, BilingualText>>;

const standings: Readonly<Record<string, BilingualText>> = {
  V: { zh: "有效", en: "Valid" },
  L: { zh: "将失效", en: "Lapsing" },
  A: { zh: "已指派", en: "Assigned" },
  O: { zh: "已逾期", en: "Overdue" },
  X: { zh: "已失效", en: "Lapsed" },
  M: { zh: "缺少", en: "Missing" },
  "-": { zh: "不需要", en: "Not needed" },
};

/** "L28" as "Lapsing, 28 d". */
export function cellInWords(cell: string): BilingualText {
  const said = standings[cell.charAt(0)] ?? { zh: cell, en: cell };
  const days = cell.slice(1);
  return days === "" ? said : { zh: `${said.zh}（${days} 天）`, en: `${said.en}, ${days} d` };
}
