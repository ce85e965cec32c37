import { agentsOf, type DemoColleague, listColleagues } from "./demo-colleagues.ts";
import { type CasePlan, draftCase, finishCase } from "./plan-case.ts";
import { drawOtherSales, type NumberedSale, numberSales } from "./plan-sales.ts";
import { scenarios } from "./scenarios.ts";

/** The whole demo desk on paper: the same for the same moment of opening. */
export interface DeskPlan {
  readonly openedAt: Date;
  readonly colleagues: readonly DemoColleague[];
  readonly sales: readonly NumberedSale[];
  /** In the order in which they were opened. */
  readonly cases: readonly CasePlan[];
}

const salesInAll = 2000;
/** Rows below this number belong to the sales. */
const firstCaseRow = 100;

export function planDesk(anchor: Date): DeskPlan {
  const colleagues = listColleagues();
  const agents = agentsOf(colleagues);
  const told = scenarios.flatMap((scenario) => Array.from({ length: scenario.count }, () => scenario));
  const drafts = told.map((scenario, index) => draftCase(scenario, firstCaseRow + index, anchor, agents));
  const twins = drafts.flatMap(({ twin }) => (twin === null ? [] : [twin]));
  const others = drawOtherSales(salesInAll - drafts.length - twins.length, anchor);
  const numbered = numberSales([...drafts.map(({ sale }) => sale), ...twins, ...others]);
  const unmatched = new Set(
    drafts.flatMap(({ scenario }, index) => (scenario.unmatched === true ? [numbered[index]] : [])),
  );
  const cases = drafts.map((draft, index) => {
    const sale = numbered[index];
    if (sale === undefined) throw new Error("A case has no sale");
    return finishCase(draft, sale);
  });
  return {
    openedAt: anchor,
    colleagues,
    // What nobody has found is not on file.
    sales: numbered.filter((sale) => !unmatched.has(sale)),
    cases: cases.sort((left, right) => left.openedAt.getTime() - right.openedAt.getTime()),
  };
}
