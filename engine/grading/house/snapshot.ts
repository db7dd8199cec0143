import { snapshotLaw } from "../../fold/laws/snapshot.ts";
import { atOf, differenceInWords, type HouseLaw } from "./law.ts";

export const snapshot: HouseLaw = {
  id: "snapshot",
  title: "Any state that was kept is enough to go on from",
  async broken({ folding, compare, most }, { records }, words) {
    const found = await snapshotLaw(folding, records.slice(0, most), { compare });
    if (!found) return null;
    const at = atOf(found, records);
    const kept =
      found.taken === 0
        ? "from the initial state, written down and read again,"
        : `from the state after offset ${records[found.taken - 1]?.position.offset}, written down and read again,`;
    const place = at.offset === null ? "Before the first record" : `At offset ${at.offset}`;
    const message =
      words.snapshot?.(at) ??
      `${place} a fold that goes on ${kept} parts from the whole one: ${differenceInWords(found)}. ` +
        "The records after it are the same. What does your code remember outside the state?";
    const shown = { records: records.slice(0, found.index + 1) };
    const goesOn = { records: shown.records.slice(found.taken), from: found.kept };
    return { at, shown, folds: [shown, goesOn], message };
  },
};
