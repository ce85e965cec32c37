import type { ExportFailure, ExportRefusal } from "./words.ts";

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** `most`: the limit that was met, for the sentences that name one. */
export function refusalText(code: ExportRefusal, most: number): Text {
  switch (code) {
    case "NOT_PERMITTED":
      return { zh: "您没有导出此列表的权限，未生成文件。", en: "You may not export this list. No file was made." };
    case "TOO_LARGE":
      return {
        zh: `此列表超过 ${most} 行。为避免把整个系统的数据存到个人电脑，一个文件最多 ${most} 行。请用日期、状态或商户缩小范围后再导出。`,
        en: `This list has more than ${most} rows. A file holds at most ${most}, so that nobody keeps a copy of the whole desk. Narrow the list by dates, state or merchant, and export again.`,
      };
    case "TOO_MANY":
      return {
        zh: `您已有 ${most} 个导出正在进行。请等其中一个完成，或取消一个后再导出。`,
        en: `${most} of your exports are still being made. Wait until one is ready, or cancel one, and export again.`,
      };
    case "NOT_FOUND":
      return { zh: "没有这个导出任务。", en: "There is no such export." };
    case "TOO_LATE":
      return { zh: "导出已经结束，无法取消。", en: "The export has ended already and cannot be cancelled." };
  }
}

export const failureText: Readonly<Record<ExportFailure, Text>> = {
  RIGHTS_CHANGED: {
    zh: "导出期间您的权限或所属机构发生变化，文件未生成。如仍有权限，请重新导出。",
    en: "Your rights changed while the file was being made, so it was not. Export again if you still may.",
  },
  TOO_LARGE: {
    zh: "导出期间列表增长到超过上限，文件未生成。请缩小范围后再导出。",
    en: "The list grew beyond the limit while the file was being made. Narrow it and export again.",
  },
  OUR_FAULT: {
    zh: "系统出错，文件未生成。请重新导出；如再次失败，请联系管理员。",
    en: "Something failed on our side and no file was made. Export again; if it fails again, tell an administrator.",
  },
};
