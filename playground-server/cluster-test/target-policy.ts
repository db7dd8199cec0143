import { BlockList, isIP } from "node:net";

/** `host:port`, taken apart. */
export interface Target {
  /** In small letters, without brackets and without a dot at its end. */
  host: string;
  port: number;
}

/** A cluster that an operator allows to be tested. */
interface Rule {
  /** A host; `*.example.com` for all names below it; `*` for every one. */
  host: string;
  /** Null for any port. */
  port: number | null;
}

/** By what a target is allowed, which says to what addresses its name may lead. */
export type Allowed = "own" | "named" | "pattern";

/** What an entry of TEST_CLUSTER_HOSTS without a port allows. */
const kafkaPort = 9092;

/** Reads an address. Null where it is not `host:port`. */
export function readTarget(address: string): Target | null {
  const [, bracketed, plain, digits] =
    /^(?:\[([0-9a-f:.]+)\]|([^\s:/[\]@%?#]+)):(\d{1,5})$/i.exec(address.trim()) ?? [];
  const port = Number(digits);
  const host = (bracketed ?? plain)?.toLowerCase().replace(/\.$/, "");
  if (!host || port < 1 || port > 65_535) return null;
  if (bracketed !== undefined && isIP(host) !== 6) return null;
  return { host, port };
}

export const writeTarget = ({ host, port }: Target): string =>
  isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;

/** Which clusters this server may connect to for a test. */
export class TargetPolicy {
  /** Whether the operator switched the test off. */
  readonly off: boolean;
  readonly #rules: Rule[];
  readonly #own: () => string[];

  /** `setting`: TEST_CLUSTER_HOSTS. `own`: `host:port` of the brokers that this server uses. Throws an Error that names a wrong entry. */
  constructor(setting: string | undefined, own: () => string[]) {
    const entries = (setting ?? "").split(",").flatMap((entry) => entry.trim().toLowerCase() || []);
    this.off = entries.includes("off");
    this.#rules = entries.filter((entry) => entry !== "off").map(readRule);
    this.#own = own;
  }

  /** Null where it may not be tested. */
  allows(target: Target): Allowed | null {
    if (this.off) return null;
    const { host, port } = target;
    const own = this.#own().flatMap((address) => readTarget(address) ?? []);
    // A broker of this machine is often called localhost.
    const isOwn = own.some(
      (broker) =>
        broker.port === port &&
        (broker.host === host || (host === "localhost" && broker.host === "127.0.0.1")),
    );
    if (isOwn) return "own";
    const rules = this.#rules.filter((rule) => rule.port === null || rule.port === port);
    if (rules.some((rule) => rule.host === host)) return "named";
    const fits = rules.some(
      (rule) => rule.host === "*" || (rule.host.startsWith("*.") && host.endsWith(rule.host.slice(1))),
    );
    return fits ? "pattern" : null;
  }

  /** Whether a target that is allowed may lead to this address: a name must not open the way into this machine or its network. */
  allowsAddress(address: string, allowed: Allowed, { host }: Target): boolean {
    if (allowed === "own") return true;
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (allowed === "pattern") return !notPublic.check(address, family);
    if (host === address) return !neverMeant.check(address, family);
    return !neverMeant.check(address, family) && (host === "localhost" || !loopback.check(address, family));
  }
}

function readRule(entry: string): Rule {
  const [, host = "", port] = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}|\*))?$/.exec(entry) ?? [];
  const named = host.replace(/^\[|\]$/g, "");
  const isPattern = named === "*" || /^\*\.[^*]+$/.test(named);
  if (named === "" || (!isPattern && named.includes("*"))) {
    throw new Error(
      `TEST_CLUSTER_HOSTS has ${entry}; an entry is host, host:port, host:*, *.example.com or *, or it is off.`,
    );
  }
  return { host: named, port: port === "*" ? null : Number(port ?? kafkaPort) };
}

function blockList(...networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

const loopbackNetworks = ["127.0.0.0/8", "::1/128"];
/** No broker is there: this network, link-local (where clouds keep their secrets), multicast, reserved, IPv4 inside IPv6. */
const neverMeantNetworks = [
  ...["0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/128", "fe80::/10", "ff00::/8", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"],
];
const privateNetworks = [
  ...["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15"],
  ...["192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"],
  ...["fc00::/7", "fec0::/10", "100::/64", "2001:db8::/32", "::/96"],
];
const loopback = blockList(...loopbackNetworks);
const neverMeant = blockList(...neverMeantNetworks);
const notPublic = blockList(...loopbackNetworks, ...neverMeantNetworks, ...privateNetworks);
