import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displacedBy, type PlacedVersion, placeVersion } from "../../server/policies/domain/timeline.ts";
import {
  endRefusals,
  isWithdrawn,
  soonestChange,
  type VersionFacts,
  versionStateOn,
  withdrawRefusals,
} from "../../server/policies/domain/version-life.ts";
import { anActor } from "../support/a-case.ts";

const officer = anActor("COMPLIANCE_OFFICER");
const minute = 60_000;
const minutes = (count: number) => new Date(count * minute);
const at = (hours: number) => minutes(hours * 60);

/** A policy's versions as its table keeps them. */
interface Policy {
  versions: PlacedVersion[];
}

const setEnd = (policy: Policy, id: string, effectiveUntil: Date | null) => {
  policy.versions = policy.versions.map((version) => (version.id === id ? { ...version, effectiveUntil } : version));
};

function publish(policy: Policy, from: Date): string | null {
  const placing = placeVersion(policy.versions, from);
  if (placing === null) return null;
  if (placing.ends !== null) setEnd(policy, placing.ends.id, from);
  const id = `v${policy.versions.length + 1}`;
  const { ends, effectiveUntil } = placing;
  const version = { id, effectiveFrom: from, effectiveUntil, displaces: ends !== null };
  policy.versions = [...policy.versions, version];
  return id;
}

function factsOf(policy: Policy, version: PlacedVersion, scope: VersionFacts["scope"]): VersionFacts {
  const newerToCome = policy.versions.some(
    (other) => !isWithdrawn(other) && other.effectiveFrom > version.effectiveFrom,
  );
  return { ...version, scope, newerToCome };
}

function withdraw(policy: Policy, version: PlacedVersion, scope: VersionFacts["scope"], now: Date): void {
  if (withdrawRefusals(factsOf(policy, version, scope), officer, now).length > 0) return;
  const others = policy.versions.filter(({ id }) => id !== version.id);
  const before = displacedBy(version, others);
  setEnd(policy, version.id, version.effectiveFrom);
  if (before !== null) setEnd(policy, before.id, version.effectiveUntil);
}

function end(policy: Policy, scope: VersionFacts["scope"], from: Date, now: Date): boolean {
  const version = policy.versions.find((one) => versionStateOn(one, now) === "IN_FORCE");
  if (version === undefined || endRefusals(factsOf(policy, version, scope), officer, from, now).length > 0)
    return false;
  setEnd(policy, version.id, from);
  return true;
}

const deciding = ({ versions }: Policy, moment: number) =>
  versions
    .filter(
      ({ effectiveFrom, effectiveUntil }) =>
        effectiveFrom.getTime() <= moment && (effectiveUntil === null || moment < effectiveUntil.getTime()),
    )
    .map(({ id }) => id);

/** Every moment at which anything turns, and the one before it: between them nothing changes. */
const turns = ({ versions }: Policy) =>
  versions
    .flatMap(({ effectiveFrom, effectiveUntil }) => [
      effectiveFrom,
      ...(effectiveUntil === null ? [] : [effectiveUntil]),
    ])
    .flatMap((at) => [at.getTime() - 1, at.getTime()])
    .filter((moment) => moment >= 0);

/** So many minutes ahead, or as soon as can be. */
const from = (now: number, ahead: number) => (ahead === 0 ? soonestChange(minutes(now)) : minutes(now + ahead));

/** Up to two days ahead, and mostly so near that several turns fall into one day. */
const ahead = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 2 * 24 * 60 }));
const moves = fc.array(
  fc.oneof(
    fc.record({ move: fc.constant("publish" as const), ahead }),
    fc.record({ move: fc.constant("withdraw" as const), which: fc.nat() }),
    fc.record({ move: fc.constant("end" as const), ahead }),
    fc.record({ move: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 300 }) }),
  ),
  { minLength: 1, maxLength: 14 },
);

describe("whatever is published, withdrawn and ended, in whatever order", () => {
  test.each([
    ["EVERYONE", 1],
    ["MERCHANT", 0],
  ] as const)("of a policy for %s every moment has one version that decides, at least %d", (scope, least) => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const policy: Policy = { versions: [] };
        publish(policy, minutes(0));
        let now = 0;
        for (const step of sequence) {
          const [before, asOf] = [{ versions: policy.versions }, now * minute];
          if (step.move === "wait") now += step.minutes;
          else if (step.move === "publish") publish(policy, from(now, step.ahead));
          else if (step.move === "end") end(policy, scope, from(now, step.ahead), minutes(now));
          else {
            const version = policy.versions[step.which % policy.versions.length];
            if (version !== undefined) withdraw(policy, version, scope, minutes(now));
          }
          // Also of this very moment: by what decides now cases are being decided.
          const past = [...turns(before), ...turns(policy), asOf].filter((moment) => moment <= asOf);
          expect(past.map((moment) => deciding(policy, moment))).toEqual(
            past.map((moment) => deciding(before, moment)),
          );
          const counts = turns(policy).map((moment) => deciding(policy, moment).length);
          expect([Math.max(...counts) <= 1, Math.min(...counts) >= least]).toEqual([true, true]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("what is published and withdrawn leaves every moment as it was, an end that somebody set included", () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 12 * 60 }), (sequence, later) => {
        const policy: Policy = { versions: [] };
        publish(policy, minutes(0));
        let now = 0;
        for (const step of sequence) {
          if (step.move === "wait") now += step.minutes;
          else if (step.move === "publish") publish(policy, from(now, step.ahead));
          else if (step.move === "end") end(policy, "CHANNEL", from(now, step.ahead), minutes(now));
        }
        const before = { versions: policy.versions };
        const id = publish(policy, minutes(now + later));
        const fresh = policy.versions.find((version) => version.id === id);
        if (fresh === undefined) return;
        const moments = [...turns(before), ...turns(policy)];
        withdraw(policy, fresh, "CHANNEL", minutes(now));
        expect(moments.map((moment) => deciding(policy, moment))).toEqual(
          moments.map((moment) => deciding(before, moment)),
        );
        expect(publish(policy, minutes(now + later))).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe("a version", () => {
  const facts = (change: Partial<VersionFacts> = {}): VersionFacts => ({
    ...{ scope: "MERCHANT", newerToCome: false, effectiveFrom: at(0), effectiveUntil: null },
    ...change,
  });
  const now = at(10);

  test.each([
    ["that is to begin can be withdrawn", { effectiveFrom: at(11) }, []],
    ["that has begun cannot", {}, ["HAS_BEGUN"]],
    ["that begins within the minute cannot", { effectiveFrom: new Date(now.getTime() + 59_000) }, ["HAS_BEGUN"]],
    ["is withdrawn once", { effectiveFrom: at(11), effectiveUntil: at(11) }, ["WITHDRAWN_BEFORE"]],
  ] as const)("%s", (_what, change, codes) => {
    expect(withdrawRefusals(facts(change), officer, now).map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ["that decides for a narrower scope can end with its policy", {}, []],
    ["for everyone never ends without another", { scope: "EVERYONE" }, ["EVERYONE_NEEDS_ONE"]],
    ["that is to be taken over from is not ended", { newerToCome: true, effectiveUntil: at(20) }, ["NEWER_TO_COME"]],
    ["that ends sooner is not ended later", { effectiveUntil: at(11) }, ["ENDS_SOONER"]],
    ["that decides no more has no end to come", { effectiveUntil: at(5) }, ["NOT_IN_FORCE"]],
  ] as const)("%s", (_what, change, codes) => {
    expect(endRefusals(facts(change), officer, at(12), now).map(({ code }) => code)).toEqual(codes);
  });

  test("is ended and withdrawn by whoever publishes, and from no moment that is past", () => {
    const agent = anActor("SUPPORT_AGENT");
    const needs = { code: "NOT_PERMITTED", needs: "policy.publish" };
    expect(withdrawRefusals(facts({ effectiveFrom: at(11) }), agent, now)).toEqual([needs]);
    expect(endRefusals(facts(), agent, at(11), now)).toEqual([needs]);
    const past = [{ code: "ENDS_IN_THE_PAST" }];
    expect(endRefusals(facts(), officer, at(9), now)).toEqual(past);
    expect(endRefusals(facts(), officer, now, now)).toEqual(past);
    expect(endRefusals(facts(), officer, new Date(now.getTime() + 59_000), now)).toEqual(past);
    expect(endRefusals(facts(), officer, soonestChange(now), now)).toEqual([]);
  });
});
