/** The trays of the inbox. */
export const approvalBoxes = ["FOR_ME", "OPEN", "PROPOSED", "DECIDED"] as const;
export type ApprovalBox = (typeof approvalBoxes)[number];
