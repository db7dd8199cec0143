const groups = 8;
const groupsOfNetwork = 4;

/**
 * Who is held to account for requests from an IP address: the address itself, or of IPv6 the network of /64 in which
 * a host may give itself as many addresses as it likes.
 */
export function clientNetwork(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(":")) return ip;
  const [front = "", back] = ip.toLowerCase().split("%", 1)[0]?.split("::") ?? [];
  const head = front.split(":").filter(Boolean);
  const tail = (back ?? "").split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, groups - head.length - tail.length) }, () => "0");
  const all = back === undefined ? head : [...head, ...zeros, ...tail];
  return `${all
    .slice(0, groupsOfNetwork)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
