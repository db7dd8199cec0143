import { X509Certificate } from "node:crypto";
import type { ClusterTestBody } from "../../engine/protocol/cluster-test-types.ts";
import { connectOnce, handshake, resolveHost, StepTimeout } from "./connect-target.ts";
import { type Finding, failed, say, skipped, works } from "./findings.ts";
import { type Allowed, type Target, type TargetPolicy, writeTarget } from "./target-policy.ts";

/** Whether the address can be read, and may be tested. No name is looked up before this. */
export function addressStep(address: string, target: Target | null, allowed: Allowed | null): Finding {
  if (target === null) return failed(say("test-address-wrong", { address }));
  if (allowed !== null) return works(say("test-address-allowed", { address: writeTarget(target) }));
  return failed(
    say("test-address-refused", { address: writeTarget(target) }),
    say("test-address-refused-advice"),
  );
}

/** The one address to which all connections go. */
export async function dnsStep(
  target: Target,
  allowed: Allowed,
  policy: TargetPolicy,
): Promise<{ address: string; finding: Finding }> {
  const { host } = target;
  try {
    const addresses = await resolveHost(host);
    const [address = ""] = addresses;
    // One address inside is enough to refuse: whoever answers for the name may turn them around at any time.
    if (!addresses.every((each) => policy.allowsAddress(each, allowed, target))) {
      return { address: "", finding: failed(say("test-dns-inside", { host })) };
    }
    if (address === host) return { address, finding: works(say("test-dns-number")) };
    return { address, finding: works(say("test-dns-found", { host, addresses: addresses.join(", ") })) };
  } catch (error) {
    const late = error instanceof StepTimeout;
    return { address: "", finding: failed(say(late ? "test-dns-late" : "test-dns-unknown", { host })) };
  }
}

export async function tcpStep(ip: string, target: Target): Promise<Finding> {
  const address = writeTarget(target);
  try {
    await connectOnce(ip, target.port);
    return works(say("test-tcp-connected", { address }));
  } catch (error) {
    if (error instanceof StepTimeout) return failed(say("test-tcp-late", { address }));
    const why = codeOf(error);
    if (why === "ECONNREFUSED") return failed(say("test-tcp-refused", { address }));
    return failed(say("test-tcp-failed", { address, why }));
  }
}

const authorityUnknown = [
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
];
const notTls = ["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG", "ECONNRESET"];

export async function tlsStep(ip: string, target: Target, { tls, ca }: ClusterTestBody): Promise<Finding> {
  if (!tls) return skipped(say("test-tls-off"));
  if (ca !== undefined && !isCertificate(ca)) return failed(say("test-tls-ca-unreadable"));
  try {
    const { problem, names: all, protocol, until } = await handshake(ip, target, ca);
    const names = all.join(", ") || "no name";
    if (problem === null) return works(say("test-tls-works", { protocol, names, until }));
    if (authorityUnknown.includes(problem))
      return failed(say(ca === undefined ? "test-tls-ca" : "test-tls-ca-wrong"));
    if (problem === "ERR_TLS_CERT_ALTNAME_INVALID")
      return failed(say("test-tls-name", { host: target.host, names }));
    if (problem === "CERT_HAS_EXPIRED") return failed(say("test-tls-expired"));
    return failed(say("test-tls-failed", { why: problem }));
  } catch (error) {
    if (error instanceof StepTimeout) return failed(say("test-tls-late"));
    const why = codeOf(error);
    return failed(notTls.includes(why) ? say("test-tls-not-spoken") : say("test-tls-failed", { why }));
  }
}

function isCertificate(pem: string): boolean {
  try {
    return pem.includes("-----BEGIN CERTIFICATE-----") && new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** The code of an error of the system or of TLS. Never its message, which may name what was typed. */
export function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? "unknown";
}
