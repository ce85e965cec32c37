import type { FileProblem, FileProblemCode } from "./file-problem.ts";

type Of<C extends FileProblemCode> = Extract<FileProblem, { readonly code: C }>;
type Texts = { readonly [C in FileProblemCode]: (problem: Of<C>) => { readonly zh: string; readonly en: string } };

/** Why an upload was not taken, for the person who sent it: what is wrong, and what to do. */
export function fileProblemText(problem: FileProblem, locale: "zh-CN" | "en"): string {
  // A problem carries its own code, so the sentence that is found by the code fits it.
  const sentence = texts[problem.code] as (problem: FileProblem) => { readonly zh: string; readonly en: string };
  const { zh, en } = sentence(problem);
  return locale === "zh-CN" ? zh : en;
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

const texts: Texts = {
  FILE_EMPTY: () => ({
    zh: "文件是空的，未保存。请重新选择文件。",
    en: "The file is empty, so nothing was kept. Choose the file again.",
  }),
  FILE_TOO_LARGE: ({ mostBytes }) => ({
    zh: `文件超过 ${megabytes(mostBytes)} MB，未保存。请拍摄较小的照片，或将文件分开上传。`,
    en: `The file is larger than ${megabytes(mostBytes)} MB, so it was not kept. Take a smaller picture, or send it in parts.`,
  }),
  TYPE_NOT_TAKEN: ({ found }) => ({
    zh: `${found === null ? "无法识别该文件的类型" : `该文件的内容是 ${found}`}，未保存。请上传 JPEG、PNG、WebP 照片或 PDF；更改文件名不会改变其类型。`,
    en: `${found === null ? "This is not a kind of file that we can read" : `What is in this file is ${found}`}, so it was not kept. Send a JPEG, PNG or WebP picture, or a PDF; another name does not make it one.`,
  }),
  FILE_DAMAGED: () => ({
    zh: "文件不完整或已损坏，未保存。请重新拍照或重新导出后再上传。",
    en: "The file is damaged or incomplete, so it was not kept. Take the picture or export the file again.",
  }),
  PICTURE_TOO_LARGE: ({ mostPixels }) => ({
    zh: `图片尺寸过大（最多 ${mostPixels / 1_000_000} 百万像素），未保存。请缩小后再上传。`,
    en: `The picture has too many pixels (at most ${mostPixels / 1_000_000} million), so it was not kept. Make it smaller and send it again.`,
  }),
  HIDES_ANOTHER_FILE: ({ found }) => ({
    zh: `文件中还夹带了另一个文件（${found}），未保存。请上传原始照片或重新导出的 PDF。`,
    en: `Another file (${found}) is hidden inside this one, so it was not kept. Send the picture as it was taken, or export the PDF again.`,
  }),
  RUNS_PROGRAMS: () => ({
    zh: "该 PDF 含有可执行的程序，未保存。请将其打印为新的 PDF，或上传照片。",
    en: "This PDF runs programs, so it was not kept. Print it to a new PDF, or send a picture of it.",
  }),
  TOO_INTRICATE: () => ({
    zh: "该 PDF 过于复杂，未能在限定的时间内读取，未保存。请将其打印为新的 PDF，或上传照片。",
    en: "We could not read this PDF in the time that we give one file, so it was not kept. Print it to a new PDF, or send a picture of it.",
  }),
  BUSY: () => ({
    zh: "正在处理其他文件，该文件尚未保存。请稍后再次上传。",
    en: "Other files are being read, so this one was not kept yet. Send it again in a moment.",
  }),
  TICKET_UNKNOWN: () => ({
    zh: "上传链接无效，文件未保存。请回到案件页面重新上传。",
    en: "This upload link is not valid, so nothing was kept. Go back to the case and upload again.",
  }),
  TICKET_EXPIRED: () => ({
    zh: "上传链接已过期，文件未保存。请回到案件页面重新上传。",
    en: "This upload link has expired, so nothing was kept. Go back to the case and upload again.",
  }),
  TICKET_USED: () => ({
    zh: "上传链接已使用过，本次文件未保存。请在案件中查看文件是否已在；如需再传一个，请重新上传。",
    en: "This upload link was used already, so this file was not kept. See on the case whether it is there; to send another, upload again.",
  }),
};
