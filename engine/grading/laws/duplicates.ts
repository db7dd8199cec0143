import { duplicateDeliveryLaw, redeliver } from "../../fold/laws/duplicate-delivery-law.ts";
import { checkContextOf, differenceOf, type Law, lawTitle, sayBroken } from "./law.ts";

export const duplicates: Law = {
  id: "duplicates",
  ...lawTitle("title-duplicates"),
  async broken({ folding, compare, most }, { records }, words) {
    const found = await duplicateDeliveryLaw(folding, records, { compare, most: 4 * most });
    if (!found) return null;
    const { from, to, at: before } = found.again;
    const at = checkContextOf(found, records);
    const offsetOf = (place: number) => records[place]?.position.offset;
    const message = sayBroken(words.duplicates?.(at), "duplicate-changes", {
      from: offsetOf(from) ?? 0,
      to: offsetOf(to - 1) ?? 0,
      before: offsetOf(before) ?? "",
      ...differenceOf(found),
    });
    const shown = { records: redeliver(records, found.again) };
    return { at, shown, folds: [{ records }, shown], message };
  },
};
