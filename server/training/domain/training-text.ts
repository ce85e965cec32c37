import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { TrainingRefusal, TrainingRefusalCode } from "./training-refusal.ts";

type Of<C extends TrainingRefusalCode> = Extract<TrainingRefusal, { readonly code: C }>;
type Texts = { readonly [C in TrainingRefusalCode]: (refusal: Of<C>) => BilingualText };

/** A refusal for the person who meets it: what stands in the way, and what to do. */
export function trainingText(refusal: TrainingRefusal): BilingualText {
  const sentence = texts[refusal.code] as (refusal: TrainingRefusal) => BilingualText;
  return sentence(refusal);
}

const texts: Texts = {
  NOT_PUBLISHED: () => ({
    zh: "该课程尚未发布，不能学习或指派。请先发布一个版本。",
    en: "This course has not been published, so nobody can take it or be given it yet. Publish a version first.",
  }),
  CODE_TAKEN: () => ({
    zh: "已有课程使用该代码。请换一个代码。",
    en: "Another course has this code. Choose a different one.",
  }),
  DRAFT_EXISTS: () => ({
    zh: "该课程已有草稿。请继续编辑现有草稿，或先将其发布。",
    en: "The course has a draft already. Go on with that one, or publish it first.",
  }),
  NO_DRAFT: () => ({
    zh: "该课程没有可编辑的草稿，已发布的版本不能修改。请新建一个版本。",
    en: "The course has no draft, and a published version never changes. Begin a new version.",
  }),
  NO_SECTIONS: () => ({
    zh: "课程没有内容。请至少写一节。",
    en: "There is nothing to read in the course. Write at least one section.",
  }),
  NO_QUESTIONS: () => ({
    zh: "课程没有测验题，无法判定是否通过。请至少添加一道题。",
    en: "Without questions nobody can pass. Add at least one.",
  }),
  TEXT_MISSING: ({ where }) =>
    where === 0
      ? {
          zh: "标题或简介缺少中文或英文。请补齐两种语言。",
          en: "The title or the summary is missing in one language. Fill in both.",
        }
      : {
          zh: `第 ${where} 节缺少中文或英文。请补齐两种语言。`,
          en: `Section ${where} is missing in one language. Fill in both.`,
        },
  QUESTION_TEXT_MISSING: ({ question }) => ({
    zh: `第 ${question} 题的题干、选项或解析缺少中文或英文。请补齐两种语言。`,
    en: `Question ${question}, one of its options or its explanation is missing in one language. Fill in both.`,
  }),
  QUESTION_WITHOUT_ANSWER: ({ question }) => ({
    zh: `第 ${question} 题没有可用的答案。单选题须恰有一个正确选项；多选题须有正确选项，也须有错误选项。`,
    en: `Question ${question} cannot be answered. A single choice has exactly one right option; a multiple choice has right ones and wrong ones.`,
  }),
  NUMBER_OUT_OF_RANGE: () => ({
    zh: "及格线、有效期、次数或时长超出范围。请检查：及格线 1–100%，有效期 1–120 个月，次数 1–20。",
    en: "The pass mark, validity, attempts or length is out of range: 1 to 100 per cent, 1 to 120 months, 1 to 20 attempts.",
  }),
  CERTIFICATES_UNDECIDED: () => ({
    zh: "有效期已变更。请选择已颁发的证书是保持原有效期，还是按新的有效期重新计算。",
    en: "The validity has changed. Say whether certificates that are out keep their date or are counted anew.",
  }),
  NOBODY_FITS: () => ({
    zh: "没有符合条件的在职人员，未指派。请调整条件。",
    en: "Nobody at the desk fits, so nothing was assigned. Choose others.",
  }),
  DATES_CROSSED: () => ({
    zh: "日期先后不符：开放日不能晚于截止日，到期日须在两者之间。请更正日期。",
    en: "The dates cross: the course must open before it closes, and be due in between. Correct them.",
  }),
  WINDOW_IS_OVER: () => ({
    zh: "截止日已过，指派后没有人能够学习，因此未指派。请选择今天或之后的日期。",
    en: "The last day is over, so nobody could take the course, and nothing was assigned. Choose today or a later day.",
  }),
  NOT_OPEN_YET: ({ opensOn }) => ({
    zh: `该课程自 ${opensOn} 起开放。请届时再学习。`,
    en: `The course opens on ${opensOn}. Come back then.`,
  }),
  CLOSED_SINCE: ({ closesOn }) => ({
    zh: `该课程已于 ${closesOn} 截止。请联系培训师重新指派。`,
    en: `The course closed after ${closesOn}. Ask the trainer to assign it again.`,
  }),
  NO_ATTEMPTS_LEFT: () => ({
    zh: "测验次数已用完，原有成绩保留存档。请联系培训师重新指派。",
    en: "All attempts are used; what you did is kept. Ask the trainer to assign the course again.",
  }),
  ALREADY_VALID: ({ until }) => ({
    zh: until === null ? "您的记录长期有效，无需重新学习。" : `您的记录有效期至 ${until}，目前无需重新学习。`,
    en:
      until === null
        ? "Your record holds for good; there is nothing to take again."
        : `Your record holds through ${until}; there is nothing to take again yet.`,
  }),
  ATTEMPT_OVER: () => ({
    zh: "这次测验已经提交，成绩不能更改。请查看结果，或重新开始一次测验。",
    en: "This attempt was handed in already, and its result stands. See the result, or begin another.",
  }),
  ASSIGNMENT_WITHDRAWN: () => ({
    zh: "该培训指派已被撤回，本次测验未评分。如仍想学习，可重新开始测验。",
    en: "This assignment was withdrawn, so the attempt was not graded. If you still want to take the course, begin the quiz again.",
  }),
  ASSIGNMENT_ENDED: () => ({
    zh: "该指派已经结束（已通过、豁免、撤回、次数用完或已过截止日），保留原样。如仍需要，请重新指派。",
    en: "This assignment has ended: passed, waived, withdrawn, out of attempts, or its window has shut. It stays as it is; assign the course again where it is needed.",
  }),
  WAIVER_ENDED: () => ({
    zh: "该豁免已不在有效状态，可能已到期、已被撤回，或记录并非豁免。未作任何更改，请刷新后查看。",
    en: "This waiver holds no longer: it ran out, was withdrawn, or the record is none. Nothing was changed. Load the page again to see how it stands.",
  }),
  ANSWERS_DO_NOT_FIT: () => ({
    zh: "提交的答案与题目不符，未评分。请刷新页面后重新作答。",
    en: "The answers do not fit the questions, so nothing was graded. Reload the page and answer again.",
  }),
  OWN_WAIVER: () => ({
    zh: "不能豁免本人的培训。请由其他有豁免权限的同事处理。",
    en: "Nobody waives their own training. Ask a colleague who may.",
  }),
  RULE_INCOMPLETE: () => ({
    zh: "规则不完整：按角色和按政策的规则须指定角色，按到期的规则须指定提前天数；天数须为 1 至 365。请补齐。",
    en: "The rule is incomplete: by role or by policy it needs a role, by expiry the days ahead; days are 1 to 365. Fill them in.",
  }),
  RULE_EXISTS: () => ({
    zh: "已有一条规则为同样的人指派这门课程，未新增。请修改或停用原有规则。",
    en: "A rule gives this course to the same people already, so nothing was added. Change that one, or end it.",
  }),
};
