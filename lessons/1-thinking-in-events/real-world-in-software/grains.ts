import { distanceOf, moves, wasAt, wetPaint } from "./robot-night.ts";

/** One way to cut a night into events, and what its log can say in the morning. */
export interface Grain {
  event: string;
  example: string;
  records: number;
  metres: string;
  atThePaint: string;
}

const metres = distanceOf(moves);
const yes = wasAt(moves, wetPaint) ? "yes" : "no";

/** From coarse to fine. */
export const grains: Grain[] = [
  {
    event: "one for each night",
    example: `HallCleaned, ${metres} m`,
    records: 1,
    metres: `${metres} m`,
    atThePaint: "does not say",
  },
  {
    event: "one for each move",
    example: "Moved, 3 m east",
    records: moves.length,
    metres: `${metres} m`,
    atThePaint: yes,
  },
  {
    event: "one for each metre",
    example: "MetreDriven, east",
    records: metres,
    metres: `${metres} m`,
    atThePaint: yes,
  },
];
