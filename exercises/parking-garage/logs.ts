import type { Arbitrary } from "fast-check";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { Case } from "../../engine/grading/checks.ts";

/** What a camera sees next; `caseOf` finds out which of it the barriers would let happen. */
interface Sight {
  type: "CarEntered" | "CarLeft" | "TicketPaid";
  plate: string;
  level: string;
}

/** The data of an event of these logs; they are ours, so a missing field is a mistake of ours. */
export interface CameraData {
  plate: string;
  level: string;
  places: Record<string, number>;
}

export const cameraDataOf = ({ data }: NewEvent): CameraData => data as unknown as CameraData;

const key = "canal-street";

/** Some hours at the barriers, up to 14 records: with few plates, lost records come often. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const sight = fc.record<Sight>({
    type: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Sight["type"]>("CarEntered") },
      { weight: 5, arbitrary: fc.constant<Sight["type"]>("CarLeft") },
      { weight: 1, arbitrary: fc.constant<Sight["type"]>("TicketPaid") },
    ),
    plate: fc.constantFrom("RX-418-B", "74-KLP-2", "H-902-ZT", "NB-33-WL"),
    level: fc.constantFrom("P1", "P2", "P3"),
  });
  const places = fc.record({
    P1: fc.integer({ min: 1, max: 3 }),
    P2: fc.integer({ min: 2, max: 3 }),
    P3: fc.constant(2),
  });
  return fc
    .tuple(places, fc.array(sight, { maxLength: 13, size: "max" }))
    .map(([levels, sights]) => caseOf(levels, sights));
}

/** Opens a garage and writes what can have happened in it: nobody is let in where the sign shows 0. */
export function caseOf(places: CameraData["places"], sights: Sight[]): Case {
  const garage = new Barriers();
  const events: NewEvent[] = [{ type: "GarageOpened", data: { places } }];
  for (const { type, ...data } of sights) events.push({ type, data: { ...data } satisfies Json });
  return {
    records: events
      .filter((event) => garage.lets(event))
      .map(({ type, data }, at) => {
        const occurredAt = new Date(Date.UTC(2026, 4, 11, 6, 5 * at)).toISOString();
        return { key, event: { type, data, metadata: { id: `cs-${101 + at}`, occurredAt } } };
      }),
  };
}

/** Whether a log could have been written: a garage opens first, once, and nobody is let in where the sign shows 0. */
export function couldHaveHappened({ records }: Case): boolean {
  const garage = new Barriers();
  return records.every(
    ({ event }, at) => (event.type === "GarageOpened") === (at === 0) && garage.lets(event),
  );
}

/** The barriers go by the same sign as everybody. */
class Barriers {
  #places: CameraData["places"] = {};
  readonly #inside = new Map<string, string>();

  /** Whether this can be the next thing to happen; if so, it has. */
  lets(event: NewEvent): boolean {
    const { plate, level, places } = cameraDataOf(event);
    if (event.type === "GarageOpened") this.#places = places;
    if (event.type === "CarLeft") this.#inside.delete(plate);
    if (event.type !== "CarEntered") return true;
    const others = [...this.#inside].filter(([car, held]) => car !== plate && held === level);
    if (others.length >= (this.#places[level] ?? 0)) return false;
    this.#inside.set(plate, level);
    return true;
  }
}
