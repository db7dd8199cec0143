import { determinismLaw, twoSeeds } from "../../fold/laws/determinism.ts";
import { atOf, differenceInWords, type HouseLaw } from "./law.ts";

export const replay: HouseLaw = {
  id: "replay",
  title: "A replay from the first record gives the same states",
  async broken({ folding, compare }, { records }, words) {
    const found = await determinismLaw(folding, records, { compare });
    if (!found) return null;
    const at = atOf(found, records);
    const place = at.offset === null ? "Before the first record" : `At offset ${at.offset}`;
    const message =
      words.replay?.(at) ??
      `${place} a second fold of the same log, begun anew under another clock, parts from the first: ${differenceInWords(found)}. ` +
        "The records are the same to the byte. What besides them does your state depend on?";
    const shown = { records: records.slice(0, found.index + 1) };
    const [one, other] = twoSeeds;
    return {
      at,
      shown,
      folds: [
        { ...shown, seed: one },
        { ...shown, seed: other },
      ],
      message,
    };
  },
};
