import { expect, test } from "vitest";
import { callerNetwork } from "../../server/platform/caller-network.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("tries from %s are counted for %s", (address, network) => {
  expect(callerNetwork(address)).toBe(network);
});

test("tries from nowhere are counted together", () => {
  expect(callerNetwork(null)).toBe("nowhere");
});
