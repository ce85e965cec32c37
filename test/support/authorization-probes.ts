import type { TestApi } from "./api.ts";
import type { ApiClient } from "./api-client.ts";
import type { Reader } from "./authorization-matrix.ts";
import type { Seeds } from "./authorization-seeds.ts";
import { approvalProbes } from "./probes/approval-probes.ts";
import { auditProbes } from "./probes/audit-probes.ts";
import { caseProbes } from "./probes/case-probes.ts";
import { noticeProbes } from "./probes/notice-probes.ts";
import { paymentProbes } from "./probes/payment-probes.ts";
import { policyProbes } from "./probes/policy-probes.ts";
import type { Probes } from "./probes/probe.ts";
import { registryProbes } from "./probes/registry-probes.ts";
import { staffProbes } from "./probes/staff-probes.ts";
import { trainingProbes } from "./probes/training-probes.ts";
import { viewProbes } from "./probes/view-probes.ts";

/** Every query, and every mutation that is no action on a case, asked for what is one's own and for what is another's. */
export const probes: Probes = {
  ...caseProbes,
  ...viewProbes,
  ...paymentProbes,
  ...approvalProbes,
  ...noticeProbes,
  ...policyProbes,
  ...trainingProbes,
  ...staffProbes,
  ...registryProbes,
  ...auditProbes,
};

export async function clientOf(api: TestApi, reader: Reader, seeds: Seeds): Promise<ApiClient> {
  if (reader === "SIGNED_OUT") return api.asStranger();
  return reader === "CUSTOMER" ? api.asCustomer(seeds.own.linkToken) : api.as(reader);
}
