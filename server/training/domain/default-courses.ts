import type { StaffRole } from "../../staff/domain/roles.ts";
import type { CourseContent } from "./course-content.ts";
import { aboveLimitCourse } from "./default-courses/above-limit-approval.ts";
import { agencyCourse } from "./default-courses/agency-referral.ts";
import { bankDisputesCourse } from "./default-courses/bank-disputes.ts";
import { personalDataCourse } from "./default-courses/personal-data.ts";
import { policyCourse } from "./default-courses/policy-in-force.ts";
import { refundBasicsCourse } from "./default-courses/refund-basics.ts";

export interface DefaultCourse {
  readonly code: string;
  readonly content: CourseContent;
  readonly leastPeople: number;
  /** Whoever has one of these roles needs it, later joiners included. */
  readonly neededBy: readonly StaffRole[];
}

/** The code of the course that is assigned anew with each major version of the policy. */
export const policyCourseCode = "policy-in-force";

/** What a new desk teaches from its first day. The trainer writes on from here. */
export const defaultCourses: readonly DefaultCourse[] = [
  { code: "refund-basics", content: refundBasicsCourse, leastPeople: 3, neededBy: ["SUPPORT_AGENT", "SUPERVISOR"] },
  {
    code: policyCourseCode,
    content: policyCourse,
    leastPeople: 0,
    neededBy: ["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER"],
  },
  { code: "bank-disputes", content: bankDisputesCourse, leastPeople: 3, neededBy: ["SUPPORT_AGENT", "SUPERVISOR"] },
  {
    code: "above-limit-approval",
    content: aboveLimitCourse,
    leastPeople: 2,
    neededBy: ["SUPERVISOR", "COMPLIANCE_OFFICER"],
  },
  {
    code: "personal-data",
    content: personalDataCourse,
    leastPeople: 0,
    neededBy: ["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER", "TRAINER"],
  },
  { code: "agency-referral", content: agencyCourse, leastPeople: 2, neededBy: ["SUPPORT_AGENT"] },
];
