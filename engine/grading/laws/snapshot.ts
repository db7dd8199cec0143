import { snapshotLaw } from "../../fold/laws/snapshot-law.ts";
import { checkContextOf, differenceOf, type Law, lawTitle, sayBroken } from "./law.ts";

export const snapshot: Law = {
  id: "snapshot",
  ...lawTitle("title-snapshot"),
  async broken({ folding, compare, most }, { records }, words) {
    const found = await snapshotLaw(folding, records.slice(0, most), { compare });
    if (!found) return null;
    const at = checkContextOf(found, records);
    const message = sayBroken(words.snapshot?.(at), "snapshot-differs", {
      offset: at.offset ?? "",
      after: records[found.taken - 1]?.position.offset ?? "",
      ...differenceOf(found),
    });
    const shown = { records: records.slice(0, found.index + 1) };
    const goesOn = { records: shown.records.slice(found.taken), from: found.kept };
    return { at, shown, folds: [shown, goesOn], message };
  },
};
