import type { ReplayCostCommand } from "../../../../engine/labs/replay-cost/commands.ts";
import type { ReplayCostState } from "../../../../engine/labs/replay-cost/evolve.ts";
import type { LabStore } from "../lab-store.ts";

export type ReplayCostStore = LabStore<ReplayCostState>;

/** Asks the lab for something, with the data that its command has. */
export function ask(lab: ReplayCostStore, { type, data }: ReplayCostCommand): void {
  void lab.send(type, data);
}
