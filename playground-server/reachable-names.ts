import { type NetworkInterfaceInfo, networkInterfaces } from "node:os";

const everywhere = ["0.0.0.0", "::", "[::]"];
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i;
/** Networks between the programs of one machine: last, since no other machine reaches them as a rule. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|utun|tun|tap)/;

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Whether a server that listens there listens at every address of its machine. */
export function listensEverywhere(host: string): boolean {
  return everywhere.includes(host);
}

/** Whether a name of a host always means the machine on which it is asked. */
export function isLoopback(name: string): boolean {
  return loopback.test(name);
}

/**
 * Names and addresses at which other machines reach a server that listens at `host`, the best first. Names that the
 * operator has allowed are all there is then: the server refuses others. Empty where only this machine reaches it.
 */
export function reachableNames(
  host: string,
  allowed: string[],
  interfaces: () => Interfaces = networkInterfaces,
  portIsMapped = process.env.PORT_IS_MAPPED === "1",
): string[] {
  const named = allowed.filter((name) => !isLoopback(name));
  if (!listensEverywhere(host)) return isLoopback(host) ? named : [...new Set([inBrackets(host), ...named])];
  if (allowed.length > 0) return named;
  // In our container image: its own addresses lead nowhere from outside.
  return portIsMapped ? [] : ownAddresses(interfaces(), host !== "0.0.0.0");
}

/** The addresses of this machine that a browser elsewhere can open: IPv4 before IPv6. */
function ownAddresses(interfaces: Interfaces, withIpv6: boolean): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal, address }) => !internal && !isLinkLocal(address))
      .map(({ address, family }) => ({ address, ipv6: family === "IPv6", virtual: virtual.test(name) })),
  );
  const usable = found.filter(({ ipv6 }) => withIpv6 || !ipv6);
  const order = (of: (typeof usable)[number]) => Number(of.virtual) * 2 + Number(of.ipv6);
  return [
    ...new Set(usable.toSorted((a, b) => order(a) - order(b)).map(({ address }) => inBrackets(address))),
  ];
}

/** Such an address counts on one cable only; a browser would have to be told which. */
function isLinkLocal(address: string): boolean {
  return /^fe[89ab]/i.test(address) || address.startsWith("169.254.");
}

function inBrackets(name: string): string {
  return name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
}
