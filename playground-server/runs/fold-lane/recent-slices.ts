import type { RawRecord } from "../../../engine/fold/event.ts";
import { longLimits } from "./limits.ts";
import type { ReadSlice } from "./step-windows.ts";

/**
 * Reads slices and keeps those that were read last: who looks at one step of a long fold looks at its neighbours next.
 * Records of a log never change, so a kept slice stays true.
 */
export function cacheRecentSlices(read: ReadSlice): ReadSlice {
  const kept = new Map<string, { records: RawRecord[]; characters: number }>();
  let characters = 0;
  const forget = (name: string) => {
    characters -= kept.get(name)?.characters ?? 0;
    kept.delete(name);
  };
  return async (slice) => {
    const name = JSON.stringify(slice);
    const known = kept.get(name);
    const records = known?.records ?? (await read(slice));
    forget(name);
    const size = records.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
    kept.set(name, { records, characters: size });
    characters += size;
    for (const oldest of kept.keys()) {
      if (characters <= longLimits.recentSliceCharacters) break;
      forget(oldest);
    }
    return records;
  };
}
