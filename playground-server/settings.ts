import { availableParallelism } from "node:os";
import { TargetPolicy } from "./cluster-test/target-policy.ts";
import { leastSecretCharacters } from "./http/session-secret.ts";
import type { LearnerQuota } from "./log/learner-topics.ts";
import { listensEverywhere, reachableNames } from "./reachable-names.ts";

/** What an operator can set by environment, with the defaults for one class on one machine. */
export interface Settings {
  /** Runs at the same time. */
  slots: number;
  /** Traces that are kept, so that the same run need not be made again. */
  traceCacheBytes: number;
  /** Busy sessions behind one address. */
  perAddressSessions: number;
  learnerTopics: LearnerQuota;
  labs: LabSettings;
  /** What sessions are signed with, the same for all replicas; null: a secret of this server's own. */
  sessionSecret: string | null;
  /** Names under which this server may be reached; null: any name. */
  hosts: Set<string> | null;
  /** Names and addresses at which other machines reach this server at this moment, the best first. */
  reachableNames: () => string[];
  /** Other sites whose pages may use this server. */
  origins: Set<string>;
  /** TEST_CLUSTER_HOSTS: the clusters that may be tested, besides the brokers that this server uses. */
  testClusterHosts: string | undefined;
  /** Whether X-Forwarded-* of the one proxy in front is believed. */
  trustProxy: boolean;
}

export interface LabSettings {
  /** The labs that are on; null: all. */
  only: Set<string> | null;
  /** Open labs of all learners together, and of those behind one address. */
  sessions: number;
  sessionsPerAddress: number;
  /** How long a session may be without a command, in seconds; null: what its lab says. */
  idleSeconds: number | null;
  /** How long a system runs on that no session uses, in seconds. */
  serviceIdleSeconds: number;
}

const day = 24 * 60 * 60 * 1_000;

/** Throws an Error with a sentence that names the variable which cannot be used. */
export function readSettings(env: NodeJS.ProcessEnv, host: string): Settings {
  const learnerTopics = whole(env, "LEARNER_TOPICS", 200);
  return {
    slots: whole(env, "SANDBOX_SLOTS", Math.max(3, availableParallelism() + 1)),
    traceCacheBytes: whole(env, "TRACE_CACHE_MB", 32, 0) * 2 ** 20,
    perAddressSessions: whole(env, "PER_ADDRESS_SESSIONS", 60),
    learnerTopics: {
      perSession: whole(env, "LEARNER_TOPICS_PER_SESSION", 10),
      // A class sits behind one address and needs many; a script that makes up sessions must leave room for others.
      perAddress: whole(env, "LEARNER_TOPICS_PER_ADDRESS", Math.ceil(learnerTopics / 2)),
      inAll: learnerTopics,
      idle: whole(env, "LEARNER_TOPIC_DAYS", 7) * day,
    },
    labs: labSettings(env),
    sessionSecret: secretOf(env),
    hosts: allowedHosts(env, host),
    reachableNames: () => reachableNames(host, list(env.ALLOWED_HOSTS)),
    origins: new Set(list(env.ALLOWED_ORIGINS).map(originOf)),
    testClusterHosts: readTestHosts(env.TEST_CLUSTER_HOSTS),
    trustProxy: ["1", "true", "yes"].includes(env.TRUST_PROXY ?? ""),
  };
}

function labSettings(env: NodeJS.ProcessEnv): LabSettings {
  const sessions = whole(env, "LAB_SESSIONS", 120);
  return {
    only: env.LABS ? new Set(list(env.LABS)) : null,
    sessions,
    sessionsPerAddress: whole(env, "LAB_SESSIONS_PER_ADDRESS", sessions),
    idleSeconds: env.LAB_IDLE_SECONDS ? whole(env, "LAB_IDLE_SECONDS", 0) : null,
    serviceIdleSeconds: whole(env, "LAB_SERVICE_IDLE_SECONDS", 300),
  };
}

/**
 * On one's own machine a page of somebody else could reach this server by letting its own name point here; so only
 * names of this machine are answered. A server that listens everywhere answers to any name unless told which.
 */
function allowedHosts(env: NodeJS.ProcessEnv, host: string): Set<string> | null {
  const given = list(env.ALLOWED_HOSTS);
  const everywhere = listensEverywhere(host);
  if (everywhere && given.length === 0) return null;
  // As the header Host has them: in small letters, IPv6 in brackets.
  const own = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  const names = ["localhost", "127.0.0.1", "[::1]", ...(everywhere ? [] : [own]), ...given];
  return new Set(names.map((name) => name.toLowerCase()));
}

/** Throws where an entry cannot be read: the server must not start with less or more than was meant. */
function readTestHosts(setting: string | undefined): string | undefined {
  new TargetPolicy(setting, () => []);
  return setting;
}

function secretOf({ SESSION_SECRET: secret = "" }: NodeJS.ProcessEnv): string | null {
  if (secret === "") return null;
  if (secret.length >= leastSecretCharacters) return secret;
  throw new Error(
    `SESSION_SECRET has ${secret.length} characters; it needs at least ${leastSecretCharacters}. Create one with: openssl rand -base64 32`,
  );
}

/** As browsers send it: `https://Course.example/` is `https://course.example`. */
function originOf(address: string): string {
  if (URL.canParse(address) && new URL(address).host !== "") return new URL(address).origin;
  throw new Error(`ALLOWED_ORIGINS has ${address}; an origin looks like https://course.example.`);
}

function list(value: string | undefined): string[] {
  return (value ?? "").split(",").flatMap((item) => item.trim() || []);
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, least = 1): number {
  const value = env[name];
  if (value === undefined || value === "") return fallback;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`${name} is ${value}; it must be a whole number, ${least} or more.`);
  return number;
}
