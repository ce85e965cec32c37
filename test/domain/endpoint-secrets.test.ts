import { expect, test } from "vitest";
import { mostSecrets, nextSecret, signingVersions } from "../../server/notices/domain/endpoint.ts";

const first = { secretVersion: 1, oldSecretFrom: null, oldSecretUntil: null };
const hours = (after: number) => new Date(Date.UTC(2026, 9, 12) + after * 3_600_000);

test("a new secret signs beside the one before for a day, and alone from then on", () => {
  const second = nextSecret(first, false, hours(0));
  expect(signingVersions(first, hours(0))).toEqual([1]);
  expect(signingVersions(second, hours(23.9))).toEqual([2, 1]);
  expect(signingVersions(second, hours(24))).toEqual([2]);
  expect(signingVersions(nextSecret(second, false, hours(25)), hours(25))).toEqual([3, 2]);
});

test("one that is replaced again within the day leaves all of them signing; what has leaked ends at once", () => {
  const second = nextSecret(first, false, hours(0));
  const third = nextSecret(second, false, hours(1));
  expect(signingVersions(third, hours(24.9))).toEqual([3, 2, 1]);
  expect(signingVersions(third, hours(25))).toEqual([3]);
  expect(signingVersions(nextSecret(second, true, hours(1)), hours(1))).toEqual([3]);
  expect(signingVersions(nextSecret(nextSecret(second, true, hours(1)), false, hours(2)), hours(2))).toEqual([4, 3]);
});

test("however often it is replaced, the newest sign and no more than can be sent", () => {
  let secrets: Parameters<typeof nextSecret>[0] = first;
  for (let times = 0; times < 9; times++) secrets = nextSecret(secrets, false, hours(1));
  expect(signingVersions(secrets, hours(1))).toEqual([10, 9, 8, 7, 6]);
  expect(mostSecrets).toBe(5);
});
