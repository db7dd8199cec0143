import fc from "fast-check";
import { expect, test } from "vitest";
import { sameJson } from "../fold/json.ts";
import { verbatimMessage } from "../sentences/message.ts";
import { evolveLabStatus, initialLabStatus, type LabLifecycleEvent, type LabStatus } from "./lab-status.ts";

const named = fc
  .constantFrom("postgres", "kafka")
  .map((service) => ({ service, title: service.toUpperCase() }));
const message = fc.string().map(verbatimMessage);
const event: fc.Arbitrary<LabLifecycleEvent> = fc.oneof(
  fc
    .constantFrom("LabOpening" as const, "LabOpened" as const, "LabReset" as const)
    .map((type) => ({ type, data: {} })),
  fc
    .record({ named, step: message, estimateSeconds: fc.nat(60) })
    .map(({ named, ...data }) => ({ type: "ServiceStarting" as const, data: { ...named, ...data } })),
  named.map((data) => ({ type: "ServiceReady" as const, data })),
  fc
    .record({
      type: fc.constantFrom("ServiceUnavailable" as const, "ServiceStopped" as const),
      named,
      message,
    })
    .map(({ type, named, message }) => ({ type, data: { ...named, message } })),
  fc
    .record({
      reason: fc.constantFrom("idle" as const, "service-stopped" as const, "not-opened" as const),
      message,
    })
    .map((data) => ({ type: "LabClosed" as const, data })),
);

const folded = (events: LabLifecycleEvent[]): LabStatus =>
  events.reduce((status, each, at) => evolveLabStatus(status, each, at), initialLabStatus());

test("a status is JSON, lists each service once, and says why it is closed only while it is", () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const status = folded(events);
      expect(sameJson(JSON.parse(JSON.stringify(status)), status as never)).toBe(true);
      const names = status.services.map(({ service }) => service);
      expect(names).toEqual([...new Set(names)]);
      expect(status.hasOpened).toBe(events.some(({ type }) => type === "LabOpened"));
      if (status.phase === "opening") expect(status.closed).toBeNull();
    }),
  );
});

test("a status is not changed by an event, and an event of the lab's own leaves it as it is", () => {
  fc.assert(
    fc.property(fc.array(event), event, (events, next) => {
      const status = folded(events);
      const before = structuredClone(status);
      evolveLabStatus(status, next, 1);
      expect(status).toEqual(before);
      expect(evolveLabStatus(status, { type: "Added", data: { by: 1 } }, 1)).toBe(status);
    }),
  );
});

test("a start lasts from its first step on, and a second start counts anew", () => {
  const starting = (step: string): LabLifecycleEvent => ({
    type: "ServiceStarting",
    data: { service: "kafka", title: "Kafka", step: verbatimMessage(step), estimateSeconds: 3 },
  });
  const ready: LabLifecycleEvent = { type: "ServiceReady", data: { service: "kafka", title: "Kafka" } };
  const opening: LabLifecycleEvent = { type: "LabOpening", data: {} };
  expect(folded([opening, starting("a"), starting("b")]).services[0]).toMatchObject({
    state: "starting",
    since: 1,
    message: { message: "b" },
  });
  expect(folded([opening, starting("a"), ready, starting("c")]).services[0]?.since).toBe(3);
});
