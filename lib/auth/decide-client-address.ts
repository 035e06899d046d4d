type Facts = { peer: string | null; forwardedFor: string | null; trustedHops: number };

const IPV6 = /^[\da-f]{0,4}(:[\da-f]{0,4}){2,7}$/i;

/** The first four groups: one household or phone owns all of the rest. */
function network(address: string): string {
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}

/** The /48 around an IPv6 network as `decideClientAddress` tells it: the most that one customer of a provider is given. Undefined for IPv4. */
export function decideWiderNetwork(address: string): string | undefined {
  return address.endsWith("::/64") ? `${address.split(":").slice(0, 3).join(":")}::/48` : undefined;
}

/**
 * Who is asking, for limits: the socket's peer, or with `trustedHops` proxies of ours in front what the outermost of them wrote.
 * What stands further left in X-Forwarded-For was written by anybody. IPv6 is told by its /64.
 */
export function decideClientAddress({ peer, forwardedFor, trustedHops }: Facts): string {
  const forwarded = (forwardedFor ?? "").split(",").map((part) => part.trim());
  const address = (trustedHops === 0 ? peer : forwarded.at(-trustedHops)) || "unknown";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return IPV6.test(plain) ? network(plain.toLowerCase()) : plain.slice(0, 64);
}
