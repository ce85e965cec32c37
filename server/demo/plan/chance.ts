import { faker as english } from "@faker-js/faker/locale/en";
import { faker as chinese } from "@faker-js/faker/locale/zh_CN";
import type { Locale } from "../../request-context.ts";

/** Everything on the demo desk is drawn from this, so that every fresh desk is the same desk. */
const seed = 20_261_009;

/** Of the package's own surnames few have been heard of by anybody. */
const surnames = [
  ...["Adams", "Bailey", "Bennett", "Brooks", "Campbell", "Carter", "Collins", "Cooper", "Cruz", "Davies", "Evans"],
  ...["Fernandes", "Foster", "Garcia", "Gray", "Hall", "Harris", "Hughes", "Ito", "Jenkins", "Kaur", "Kim", "Lewis"],
  ...["Martin", "Mitchell", "Moore", "Murphy", "Nguyen", "Okafor", "Patel", "Price", "Reed", "Rossi", "Sato", "Shah"],
  ...["Silva", "Stewart", "Tanaka", "Taylor", "Turner", "Walker", "Ward", "Watson", "Weber", "Wood", "Young"],
];

export type Span = readonly [from: number, to: number];

/**
 * A row of draws that is the same whenever it is begun with the same number. One at a time: beginning another ends the
 * one before, so a plan is drawn in one go.
 */
export class Chance {
  constructor(row: number) {
    for (const faker of [chinese, english]) faker.seed([seed, row]);
  }

  whole([from, to]: Span): number {
    return english.number.int({ min: from, max: to });
  }

  /** Anything between, not only whole numbers. */
  between([from, to]: Span): number {
    return english.number.float({ min: from, max: to });
  }

  /** Happens so often in a hundred. */
  happens(percent: number): boolean {
    return english.number.int({ min: 0, max: 99 }) < percent;
  }

  pick<T>(list: readonly T[]): T {
    return english.helpers.arrayElement(list);
  }

  weighted<T>(list: readonly T[], weightOf: (one: T) => number): T {
    return english.helpers.weightedArrayElement(list.map((value) => ({ value, weight: weightOf(value) })));
  }

  digits(length: number): string {
    return english.string.numeric({ length, allowLeadingZeros: true });
  }

  code(length: number): string {
    return english.string.alphanumeric({ length, casing: "upper" });
  }

  personName(locale: Locale): string {
    if (locale === "zh-CN") return chinese.person.lastName() + chinese.person.firstName();
    return `${english.person.firstName()} ${this.pick(surnames)}`;
  }
}
