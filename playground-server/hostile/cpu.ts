import { expect } from "vitest";
import type { HostileCase } from "./case.ts";

/** Loops that the engine does poll. */
export const cpu: HostileCase[] = [
  {
    id: "CPU-01",
    what: "a plain endless loop",
    async try(house) {
      const { end, steps } = await house.run(
        "export const initialState = () => 0; export const evolve = () => { while (true) {} };",
      );
      expect(end).toMatchObject({ verdict: "time-limit", at: { index: 0, position: { offset: 0 } } });
      expect(steps).toEqual([]);
    },
  },
];
