/** Why a view is not saved, shared or taken away. */
export const savedViewProblems = ["NAME_TAKEN", "TOO_MANY", "MAY_NOT_SHARE", "NOT_YOURS", "KEY_REUSED"] as const;
export type SavedViewProblem = (typeof savedViewProblems)[number];

/** The most views that one person keeps: more tabs than that are a list that nobody reads. */
export const MOST_VIEWS = 30;

const texts: Readonly<Record<SavedViewProblem, { readonly zh: string; readonly en: string }>> = {
  NAME_TAKEN: {
    zh: "您已有同名视图，未保存。请换一个名称。",
    en: "You already have a view of that name, so it was not saved. Choose another name.",
  },
  TOO_MANY: {
    zh: `每人最多保存 ${MOST_VIEWS} 个视图，未保存。请先删除不用的视图。`,
    en: `Nobody keeps more than ${MOST_VIEWS} views, so it was not saved. Delete one that you no longer use first.`,
  },
  MAY_NOT_SHARE: {
    zh: "您的角色不能与团队共享视图，未保存。可保存为仅自己可见。",
    en: "Your role does not share views with the desk, so it was not saved. You can keep it for yourself.",
  },
  NOT_YOURS: {
    zh: "找不到该视图，或该视图由同事创建，未作更改。可另存为自己的视图。",
    en: "There is no such view, or a colleague made it, so nothing was changed. You can save one of your own.",
  },
  KEY_REUSED: {
    zh: "该请求标识已用于保存另一个视图，本次未保存。请刷新页面后重试。",
    en: "This request's key was already used to save another view, so nothing was saved. Reload the page and try again.",
  },
};

export function savedViewText(problem: SavedViewProblem, locale: "zh-CN" | "en"): string {
  return locale === "zh-CN" ? texts[problem].zh : texts[problem].en;
}
