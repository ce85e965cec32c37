import type { CaseEventKind } from "../../cases/domain/words.ts";
import type { Ask } from "../../graphql/ask-schema.ts";
import type { RequestContext } from "../../request-context.ts";
import type { SampleAnswer, SampleQuestion } from "../domain/checklist.ts";
import type { FindingState, Severity } from "../domain/finding-life.ts";
import type { SampleKind } from "../domain/sampling.ts";

/** All that the report says, asked as its reader. */
export const sampleReportQuestion = `query SampleReport($id: ID!) {
  auditSample(id: $id) {
    title kind seed size from to asOf populationSize populationHash method drawnAt drawnBy { name }
    itemCount reviewedCount chainHead eventCount
    strata { label population drawn }
    questions { code text }
    proof { sameSample chainIntact }
    items {
      position caseNumber decidedKind decidedAt reviewedAt reviewedBy { name }
      answers { question answer note } machine { question text answer }
      findings { severity severityMeans what cause correction dueOn state overdue owner { name } verifiedBy { name } }
    }
  }
}`;

type Moment = string | Date;
interface Named {
  readonly name: string;
}

export interface ReportFinding {
  readonly severity: Severity;
  readonly severityMeans: string;
  readonly what: string;
  readonly cause: string;
  readonly correction: string;
  readonly dueOn: string;
  readonly state: FindingState;
  readonly overdue: boolean;
  readonly owner: Named | null;
  readonly verifiedBy: Named | null;
}

export interface ReportItem {
  readonly position: number;
  readonly caseNumber: string;
  readonly decidedKind: CaseEventKind;
  readonly decidedAt: Moment;
  readonly reviewedAt: Moment | null;
  readonly reviewedBy: Named | null;
  readonly answers: readonly {
    readonly question: SampleQuestion;
    readonly answer: SampleAnswer;
    readonly note: string | null;
  }[];
  readonly machine: readonly { readonly question: string; readonly text: string; readonly answer: SampleAnswer }[];
  readonly findings: readonly ReportFinding[];
}

export interface SampleReport {
  readonly title: string;
  readonly kind: SampleKind;
  readonly seed: string;
  readonly size: number;
  readonly from: string;
  readonly to: string;
  readonly asOf: Moment;
  readonly populationSize: number;
  readonly populationHash: string;
  readonly method: string;
  readonly drawnAt: Moment;
  readonly drawnBy: Named | null;
  readonly itemCount: number;
  readonly reviewedCount: number;
  readonly chainHead: string;
  readonly eventCount: number;
  readonly strata: readonly { readonly label: string; readonly population: number; readonly drawn: number }[];
  readonly questions: readonly { readonly code: SampleQuestion; readonly text: string }[];
  readonly proof: { readonly sameSample: boolean; readonly chainIntact: boolean };
  readonly items: readonly ReportItem[];
}

export async function readSampleReport(ask: Ask, ctx: RequestContext, id: string): Promise<SampleReport | null> {
  const answer = (await ask(ctx, { id })) as { readonly auditSample: SampleReport | null };
  return answer.auditSample;
}
