import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that run for minutes: begun last they would run alone at the end, on one processor. */
const longest = [
  "jobs/kill.test.ts",
  "jobs/refund-crash.test.ts",
  "api/bad-input-rooms.test.ts",
  "api/bad-input-cases.test.ts",
  "e2e/accessibility-cases.test.ts",
  "e2e/accessibility-rooms.test.ts",
  "e2e/accessibility.test.ts",
  "e2e/case-keyboard.test.ts",
  "e2e/life-of-a-desk.test.ts",
  "api/authorization-matrix.test.ts",
];

/** The longest files of all projects first, the others in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((left, right) => placeOf(left) - placeOf(right));
  }
}
