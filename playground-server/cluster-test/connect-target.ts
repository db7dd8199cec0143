import { lookup } from "node:dns/promises";
import { connect, isIP } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { connect as connectTls, type DetailedPeerCertificate } from "node:tls";
import type { Target } from "./target-policy.ts";

export const testTimeouts = { dnsMs: 3_000, tcpMs: 3_000, handshakeMs: 5_000, requestMs: 5_000 } as const;

/** The time for one step has passed. */
export class StepTimeout extends Error {}

/** Every address of a host. Throws the error of the lookup, or a StepTimeout. */
export async function resolveHost(host: string): Promise<string[]> {
  if (isIP(host) !== 0) return [host];
  const late = new AbortController();
  const found = await Promise.race([
    lookup(host, { all: true, verbatim: true }),
    sleep(testTimeouts.dnsMs, undefined, { signal: late.signal }).then(() => {
      throw new StepTimeout();
    }),
  ]).finally(() => late.abort());
  return found.map(({ address }) => address);
}

/** Opens a connection and closes it. Throws the socket's error, or a StepTimeout. */
export function connectOnce(address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    socket.setTimeout(testTimeouts.tcpMs, () => socket.destroy(new StepTimeout()));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
  });
}

export interface Handshake {
  /** `TLSv1.3`. */
  protocol: string;
  /** The names for which the certificate is. */
  names: string[];
  /** Until when it is valid, as a date. */
  until: string;
  /** Why the certificate is not accepted, as the code of the error; null where it is. */
  problem: string | null;
}

/** What a client with these settings sees of the server's TLS. Throws the socket's error, or a StepTimeout. */
export function handshake(address: string, target: Target, ca: string | undefined): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    // The certificate is looked at even where it is not accepted: its names are in the advice.
    const socket = connectTls({
      ...tlsOptions(target, ca),
      host: address,
      port: target.port,
      rejectUnauthorized: false,
    });
    socket.setTimeout(testTimeouts.handshakeMs, () => socket.destroy(new StepTimeout()));
    socket.once("error", reject);
    socket.once("secureConnect", () => {
      const certificate = socket.getPeerCertificate(true);
      const { authorizationError: problem } = socket as { authorizationError?: Error | string };
      const protocol = socket.getProtocol() ?? "TLS";
      socket.destroy();
      resolve({
        protocol,
        names: namesOf(certificate),
        until: new Date(certificate.valid_to).toISOString().slice(0, 10),
        problem: problem ? ((problem as NodeJS.ErrnoException).code ?? String(problem)) : null,
      });
    });
  });
}

/** For Node's TLS: the certificate is checked against the name, and never against the number that the name stands for. */
export function tlsOptions({ host }: Target, ca: string | undefined): { ca?: string; servername?: string } {
  return { ...(ca !== undefined && { ca }), ...(isIP(host) === 0 && { servername: host }) };
}

function namesOf(certificate: DetailedPeerCertificate): string[] {
  const alternative = (certificate.subjectaltname ?? "").split(", ").flatMap((name) => {
    const value = name.replace(/^(DNS|IP Address):/, "");
    return value === name ? [] : [value];
  });
  const common = certificate.subject?.CN;
  if (alternative.length > 0) return alternative;
  return [common].flat().flatMap((name) => name ?? []);
}
