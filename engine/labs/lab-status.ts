import type { Message } from "../sentences/message.ts";
import type { LabFact } from "./lab-event.ts";

/** A real system that a lab needs, as all events about it name it. */
export interface ServiceNamed {
  /** For programs: `postgres`. */
  service: string;
  /** For people: `PostgreSQL`. */
  title: string;
}

/** What happens in every lab, whatever its system. A lab's own events have other types. */
export type LabLifecycleEvent =
  | { type: "LabOpening"; data: Record<string, never> }
  /** One step of a start. `estimateSeconds`: what the whole start usually takes. */
  | { type: "ServiceStarting"; data: ServiceNamed & { step: Message; estimateSeconds: number } }
  | { type: "ServiceReady"; data: ServiceNamed }
  /** It cannot start here; `message` says why and what to install. */
  | { type: "ServiceUnavailable"; data: ServiceNamed & { message: Message } }
  /** It ended by itself. */
  | { type: "ServiceStopped"; data: ServiceNamed & { message: Message } }
  | { type: "LabOpened"; data: Record<string, never> }
  | { type: "LabClosed"; data: { reason: LabClosedReason; message: Message } }
  /** Everything of the learner is removed. The lab's own state begins anew. */
  | { type: "LabReset"; data: Record<string, never> };

/** Why a lab is closed. The command `OpenLab` opens it again, after each of them. */
export type LabClosedReason = "idle" | "service-stopped" | "not-opened";

export interface ServiceStatus extends ServiceNamed {
  state: "starting" | "ready" | "unavailable" | "stopped";
  /** What it does now, while it starts; why it does not run, where it does not. */
  message: Message | null;
  /** When its start began, in ms since 1970. */
  since: number;
  estimateSeconds: number;
}

/** Whether a lab can be used, and what its services do: the fold over the events that every lab has. */
export interface LabStatus {
  phase: "closed" | "opening" | "open";
  /** Whether it has ever been open: then there is something to see, also while it is closed. */
  hasOpened: boolean;
  services: ServiceStatus[];
  /** Why it is closed; null before it was opened, and while it is open. */
  closed: { reason: LabClosedReason; message: Message } | null;
}

/** The command that every lab takes: starts the services and opens a session, again after a stop. */
export const openLab = "OpenLab";

export const initialLabStatus = (): LabStatus => ({
  phase: "closed",
  hasOpened: false,
  services: [],
  closed: null,
});

export function evolveLabStatus(status: LabStatus, fact: LabFact, at: number): LabStatus {
  const event = fact as LabLifecycleEvent;
  switch (event.type) {
    case "LabOpening":
      return { ...status, phase: "opening", services: [], closed: null };
    case "LabOpened":
      return { ...status, phase: "open", hasOpened: true };
    case "LabClosed":
      return { ...status, phase: "closed", closed: event.data };
    case "ServiceStarting": {
      const { step, ...named } = event.data;
      const started = status.services.find(({ service }) => service === named.service);
      const since = started?.state === "starting" ? started.since : at;
      return withService(status, { ...named, state: "starting", message: step, since });
    }
    case "ServiceReady":
      return withService(status, { ...event.data, state: "ready", message: null });
    case "ServiceUnavailable":
      return withService(status, { ...event.data, state: "unavailable" });
    case "ServiceStopped":
      return withService(status, { ...event.data, state: "stopped" });
    default:
      return status;
  }
}

/** The status with what is now known of one service; services keep the order in which they began. */
function withService(
  status: LabStatus,
  change: ServiceNamed & Pick<ServiceStatus, "state" | "message"> & Partial<ServiceStatus>,
): LabStatus {
  const { services } = status;
  const before = services.find(({ service }) => service === change.service);
  const now = { since: 0, estimateSeconds: 0, ...before, ...change };
  if (!before) return { ...status, services: [...services, now] };
  return { ...status, services: services.map((service) => (service === before ? now : service)) };
}
