import { expect, test } from "vitest";
import { decideClientAddress, decideWiderNetwork } from "@/lib/auth/decide-client-address";

const peer = "203.0.113.7";

test("without a proxy of ours the peer counts, whatever the client says of itself", () => {
  expect(decideClientAddress({ peer, forwardedFor: "1.2.3.4", trustedHops: 0 })).toBe(peer);
});

test("behind our proxies, what the outermost of them wrote counts; entries further left are anybody's", () => {
  const forwardedFor = "1.2.3.4, 198.51.100.9, 10.0.0.1";
  expect(decideClientAddress({ peer, forwardedFor, trustedHops: 1 })).toBe("10.0.0.1");
  expect(decideClientAddress({ peer, forwardedFor, trustedHops: 2 })).toBe("198.51.100.9");
});

test("who cannot be told falls in one bucket with the others who cannot", () => {
  expect(decideClientAddress({ peer: null, forwardedFor: "1.2.3.4", trustedHops: 0 })).toBe("unknown");
  expect(decideClientAddress({ peer, forwardedFor: null, trustedHops: 1 })).toBe("unknown");
  expect(decideClientAddress({ peer, forwardedFor: "1.2.3.4", trustedHops: 2 })).toBe("unknown");
});

test("an IPv6 client is its /64, an IPv4 one in IPv6 clothes is the IPv4 one", () => {
  const address = (text: string) => decideClientAddress({ peer: text, forwardedFor: null, trustedHops: 0 });
  expect(address("2001:DB8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(address("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(address("2001:db8::9")).toBe("2001:db8:0:0::/64");
  expect(address("::1")).toBe("0:0:0:0::/64");
  expect(address("::ffff:203.0.113.7")).toBe("203.0.113.7");
});

test("an IPv6 client belongs to a /48, an IPv4 one and an unknown one to nothing wider", () => {
  expect(decideWiderNetwork("2001:db8:1:2::/64")).toBe("2001:db8:1::/48");
  expect(["203.0.113.7", "unknown"].map(decideWiderNetwork)).toEqual([undefined, undefined]);
});
