import { unknownTypesLaw } from "../../fold/laws/unknown-types.ts";
import { atOf, differenceInWords, type HouseLaw } from "./law.ts";

export const unknown: HouseLaw = {
  id: "unknown",
  title: "An event of a type that nobody knows changes nothing",
  async broken({ folding, compare }, { records }, words) {
    const found = await unknownTypesLaw(folding, records, { compare });
    if (!found) return null;
    const at = atOf(found, found.log);
    const message =
      words.unknown?.(at) ??
      `Offset ${at.offset} holds a ${at.event?.type}, a type that your code does not know. After it ${differenceInWords(found)}. ` +
        "The record says nothing that your fold could use: logs outlive code, and the next writer brings new types. " +
        "What should a reader do with a record it has no use for?";
    const shown = { records: found.log.slice(0, found.index + 1) };
    return { at, shown, folds: [{ records: shown.records.slice(0, -1) }, shown], message };
  },
};
