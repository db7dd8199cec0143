import { determinismLaw, twoSeeds } from "../../fold/laws/determinism-law.ts";
import { checkContextOf, differenceOf, type Law, lawTitle, sayBroken } from "./law.ts";

export const replay: Law = {
  id: "replay",
  ...lawTitle("title-replay"),
  async broken({ folding, compare }, { records }, words) {
    const found = await determinismLaw(folding, records, { compare });
    if (!found) return null;
    const at = checkContextOf(found, records);
    const message = sayBroken(words.replay?.(at), "replay-differs", {
      offset: at.offset ?? "",
      ...differenceOf(found),
    });
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
