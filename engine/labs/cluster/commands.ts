import { z } from "zod";
import type { LoginSettings } from "./events.ts";

const nothing = z.strictObject({});
const broker = z.strictObject({ broker: z.union([z.literal(1), z.literal(2), z.literal(3)]) });

/** How many records one run sends. */
export const sendsLimits = { least: 20, most: 400, usual: 200 } as const;

export const startSends = z.strictObject({
  acks: z.enum(["0", "1", "all"]),
  count: z.number().int().min(sendsLimits.least).max(sendsLimits.most).default(sendsLimits.usual),
});

export const countLog = z.strictObject({ run: z.number().int().positive() });

export const tryLogin = z.strictObject({
  tls: z.boolean(),
  ca: z.boolean(),
  login: z.boolean(),
  password: z.enum(["right", "wrong"]),
  topic: z.enum(["orders", "payments"]),
  group: z.enum(["shop", "audit"]),
}) satisfies z.ZodType<LoginSettings>;

/** The commands of the lab about a cluster: the schema of the data of each. */
export const clusterCommands = {
  TakeTurn: nothing,
  GiveTurn: nothing,
  KillBroker: broker,
  RestartBroker: broker,
  StartSends: startSends,
  StopSends: nothing,
  CountLog: countLog,
  TryLogin: tryLogin,
} as const;
