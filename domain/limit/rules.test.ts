import { expect, test } from "vitest";
import { clientOf } from "./rules";

test.each([
  ["192.0.2.17", "192.0.2.17"],
  ["::ffff:192.0.2.17", "192.0.2.17"],
  ["2001:db8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1::/64"],
  ["2001:0db8::1:0:0:1", "2001:db8:0:0::/64"],
  ["2001:DB8:0:1::7", "2001:db8:0:1::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", "unknown"],
  [null, "unknown"],
  ["somewhere", "unknown"],
  ["' OR 1=1", "unknown"],
])("%j is the client %j", (address, client) => {
  expect(clientOf(address)).toBe(client);
});
