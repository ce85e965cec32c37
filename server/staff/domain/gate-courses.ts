/**
 * Courses without whose valid record some actions of the workflow are shut, and the names by which a refusal calls them.
 * What is taught in them is the trainer's; that they exist is the desk's.
 */
export const gateCourses = {
  "above-limit-approval": { zh: "限额以上退款审批", en: "Approving refunds above the limit" },
  "bank-disputes": { zh: "银行争议处理", en: "Disputes at the bank" },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
export type GateCourse = keyof typeof gateCourses;

export const gateCourseCodes = Object.keys(gateCourses) as GateCourse[];
