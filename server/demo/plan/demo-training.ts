/** What became of one person and one course: passed so many days ago, or tried in vain until no attempt was left. */
export type Learned = { readonly passedDaysAgo: number } | { readonly failedDaysAgo: number };

const year = 365;

/** Certificates of a year that lapse in so many days; negative: that lapsed. */
const endsIn = (days: number): Learned => ({ passedDaysAgo: year - days });

/** Who stands otherwise than all the others, so that the trainer has something to do. By address and course. */
const exceptions: Readonly<Record<string, Readonly<Record<string, Learned>>>> = {
  agent: { "personal-data": endsIn(28), "refund-basics": { passedDaysAgo: 210 } },
  agent2: { "bank-disputes": endsIn(-40), "personal-data": endsIn(63) },
  agent3: { "bank-disputes": endsIn(19), "personal-data": endsIn(-9) },
  agent4: { "bank-disputes": { failedDaysAgo: 12 }, "agency-referral": { passedDaysAgo: 60 } },
  supervisor: { "bank-disputes": endsIn(74), "personal-data": endsIn(40) },
  supervisor2: { "above-limit-approval": endsIn(26) },
  compliance2: { "above-limit-approval": endsIn(88) },
};

/** Long enough ago for every history, and not so long that all of it lapses soon. */
export function learnedBy(address: string, course: string): Learned {
  return exceptions[address]?.[course] ?? { passedDaysAgo: 200 + ((address.length * 7 + course.length * 13) % 60) };
}

/** Agents who go to the bank themselves. */
export function mayGoToBank(address: string): boolean {
  const learned = learnedBy(address, "bank-disputes");
  return "passedDaysAgo" in learned && learned.passedDaysAgo <= year;
}
