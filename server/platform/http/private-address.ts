import { BlockList, isIPv6 } from "node:net";

/** What is not the public internet: ourselves, our networks, the cloud's metadata, and ranges that are nobody's. */
const notPublic = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  notPublic.addSubnet(network, bits, "ipv4");
}

/** The whole of the public IPv6 internet so far; everything else is local, mapped, translated or reserved. */
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
/** Ranges within it that carry an IPv4 address or are for documents. */
const carriedV6 = new BlockList();
carriedV6.addSubnet("2001::", 23, "ipv6");
carriedV6.addSubnet("2001:db8::", 32, "ipv6");
carriedV6.addSubnet("2002::", 16, "ipv6");

/** Whether an address leads into our own network, or nowhere. */
export function isPrivateAddress(address: string): boolean {
  if (!isIPv6(address)) return notPublic.check(address, "ipv4");
  return !publicV6.check(address, "ipv6") || carriedV6.check(address, "ipv6");
}
