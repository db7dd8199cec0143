import { z } from "zod";
import type { LabEvent, LabFact } from "../labs/lab-event.ts";
import type { LabScreen } from "../labs/lab-screen.ts";
import type { LabClosedReason, LabStatus, ServiceStatus } from "../labs/lab-status.ts";
import type { Message } from "../sentences/message.ts";
import type { LabHandled, LabLimits, LabMessage, LabNeed, LabSummary } from "./lab-types.ts";
import { count, objectSchema } from "./object-schema.ts";
import { sentences } from "./sentence-schema.ts";

/** What a server answers about labs. `lab-types.ts` says what each member means. */

const message = objectSchema<Message>({ message: z.string(), sentences });

const serviceStatus = objectSchema<ServiceStatus>({
  service: z.string(),
  title: z.string(),
  state: z.enum(["starting", "ready", "unavailable", "stopped"]),
  message: message.nullable(),
  since: z.number(),
  estimateSeconds: z.number(),
});

const reason: z.ZodType<LabClosedReason> = z.enum(["idle", "service-stopped", "not-opened"]);

const status = objectSchema<LabStatus>({
  phase: z.enum(["closed", "opening", "open"]),
  hasOpened: z.boolean(),
  services: z.array(serviceStatus),
  closed: z.object({ reason, message }).nullable(),
});

export const labEvent = objectSchema<{ kind: "lab-event" } & LabEvent>({
  kind: z.literal("lab-event"),
  index: count,
  at: z.number(),
  event: objectSchema<LabFact>({ type: z.string(), data: z.unknown() }),
});

export const labMessage: z.ZodType<LabMessage> = z.union([
  z.object({
    kind: z.literal("lab-screen"),
    index: count,
    screen: objectSchema<LabScreen>({ status, state: z.unknown() }),
  }),
  labEvent,
]);

export const labHandled = objectSchema<LabHandled>({ kind: z.literal("lab-handled"), next: count });

export const labSummary = objectSchema<LabSummary>({
  id: z.string(),
  needs: z.array(
    objectSchema<LabNeed>({
      service: z.string(),
      title: z.string(),
      running: z.boolean(),
      estimateSeconds: z.number(),
      unavailable: message.nullable(),
    }),
  ),
  commands: z.record(z.string(), z.record(z.string(), z.unknown())),
  limits: objectSchema<LabLimits>({ commandsPerMinute: count, idleSeconds: count, events: count }),
});
