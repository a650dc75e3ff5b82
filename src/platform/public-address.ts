import { BlockList, isIPv6 } from "node:net";

/**
 * Networks that are not of the public internet. Source: the special-purpose address registries of IANA (RFC 6890 and later),
 * multicast, and the prefixes that hold an IPv4 address inside an IPv6 one.
 */
const closed = [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24],
  ["192.0.2.0", 24], ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24],
  ["224.0.0.0", 4], ["240.0.0.0", 4], ["::", 128], ["::ffff:0:0", 96], ["64:ff9b::", 96], ["64:ff9b:1::", 48], ["100::", 64],
  ["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["fc00::", 7], ["fe80::", 10], ["fec0::", 10], ["ff00::", 8],
] as const; // prettier-ignore
const own = [["127.0.0.0", 8], ["::1", 128]] as const; // prettier-ignore

const listOf = (networks: readonly (readonly [string, number])[], family: "ipv4" | "ipv6") => {
  const list = new BlockList();
  for (const [network, prefix] of networks)
    if (isIPv6(network) === (family === "ipv6")) list.addSubnet(network, prefix, family);
  return list;
};
// One list each: an IPv4 address is also one of `::ffff:0:0/96`.
const closedTo = { ipv4: listOf(closed, "ipv4"), ipv6: listOf(closed, "ipv6") };
const ownTo = { ipv4: listOf(own, "ipv4"), ipv6: listOf(own, "ipv6") };

/** Whether an IP address is one anybody on the internet may reach; `loopback` lets this machine be one. */
export function isPublicAddress(address: string, loopback = false): boolean {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  if (ownTo[family].check(address, family)) return loopback;
  return !closedTo[family].check(address, family);
}
