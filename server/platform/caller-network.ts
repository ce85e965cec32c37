import { isIPv6 } from "node:net";

/** By what tries of a caller are counted: a home has a whole /64 of IPv6, so that counting single addresses would count nothing. */
export function callerNetwork(address: string | null): string {
  if (address === null) return "nowhere";
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(bare) ? `${firstGroups(bare)}::/64` : bare;
}

function firstGroups(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = head.split(":").filter((group) => group !== "");
  // What `::` leaves out is nothing but zeros.
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter((group) => group !== "").length;
  const whole = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...(tail?.split(":") ?? [])];
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "") || "0")
    .join(":");
}
