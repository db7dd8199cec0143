import { unknownTypesLaw } from "../../fold/laws/unknown-types-law.ts";
import { checkContextOf, differenceOf, type Law, lawTitle, sayBroken } from "./law.ts";

export const unknown: Law = {
  id: "unknown",
  ...lawTitle("title-unknown"),
  async broken({ folding, compare }, { records }, words) {
    const found = await unknownTypesLaw(folding, records, { compare });
    if (!found) return null;
    const at = checkContextOf(found, found.log);
    const message = sayBroken(words.unknown?.(at), "unknown-type-changes", {
      offset: at.offset ?? 0,
      type: at.event?.type ?? "",
      ...differenceOf(found),
    });
    const shown = { records: found.log.slice(0, found.index + 1) };
    return { at, shown, folds: [{ records: shown.records.slice(0, -1) }, shown], message };
  },
};
