import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { recordsOf, weighted } from "../../engine/grading/generated-records.ts";

/** What a camera sees next; `caseOf` finds out which of it the barriers would let happen. */
type Sight = { type: "CarEntered" | "CarLeft" | "TicketPaid"; plate: string; level: string };
type Places = Record<string, number>;

/** The data of an event of these logs; they are ours, so a missing field is a mistake of ours. */
export const cameraDataOf = ({ data }: Pick<NewEvent, "data">) =>
  data as unknown as { plate: string; level: string; places: Places };

/** Opens a garage and writes what can have happened in it: nobody is let in where the sign shows 0. */
export function caseOf(places: Places, ...sights: Sight[]): Case {
  const lets = barriers();
  const seen = sights.map(({ type, ...data }) => ({ type: type as string, data }));
  const events = [{ type: "GarageOpened", data: { places } }, ...seen].filter(lets);
  const form = { key: "canal-street", firstId: "cs-101", start: "2026-05-11T06:00:00Z", minutes: 5 };
  return { records: recordsOf(form, events) };
}

export const generated = {
  /** Some hours at the barriers, up to 14 records: with few plates, lost records come often. */
  cases: (fc) => {
    const sight = fc.record({
      type: weighted(fc, [6, "CarEntered"], [5, "CarLeft"], [1, "TicketPaid"]),
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
      .map(([levels, sights]) => caseOf(levels, ...sights));
  },
  /** A garage opens first, once, and nobody is let in where the sign shows 0. */
  possible({ records }) {
    const lets = barriers();
    return records.every(({ event }, at) => (event.type === "GarageOpened") === (at === 0) && lets(event));
  },
} satisfies GeneratedLogs;

/** The barriers go by the same sign as everybody: whether an event can be the next to happen; if so, it has. */
function barriers() {
  let open: Places = {};
  const inside = new Map<string, string>();
  return (event: Pick<NewEvent, "type" | "data">): boolean => {
    const { plate, level, places } = cameraDataOf(event);
    if (event.type === "GarageOpened") open = places;
    if (event.type === "CarLeft") inside.delete(plate);
    if (event.type !== "CarEntered") return true;
    const others = [...inside].filter(([car, held]) => car !== plate && held === level);
    if (others.length >= (open[level] ?? 0)) return false;
    inside.set(plate, level);
    return true;
  };
}
