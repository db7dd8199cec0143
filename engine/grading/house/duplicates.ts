import { delivered, duplicateDeliveryLaw } from "../../fold/laws/delivery.ts";
import { atOf, differenceInWords, type HouseLaw } from "./law.ts";

export const duplicates: HouseLaw = {
  id: "duplicates",
  title: "A record that is delivered again changes nothing",
  async broken({ folding, compare, most }, { records }, words) {
    const found = await duplicateDeliveryLaw(folding, records, { compare, most: 4 * most });
    if (!found) return null;
    const { from, to, at: before } = found.again;
    const at = atOf(found, records);
    const offsetOf = (place: number) => records[place]?.position.offset;
    const again =
      to - from === 1
        ? `Offset ${offsetOf(from)} was delivered a second time`
        : `Offsets ${offsetOf(from)} to ${offsetOf(to - 1)} were delivered a second time`;
    const where = before < records.length ? `, before offset ${offsetOf(before)}` : ", at the end";
    const message =
      words.duplicates?.(at) ??
      `${again}${where}. After it ${differenceInWords(found)}. ` +
        "It is the same record: same id, same offset, and it happened once. How could your fold know that it has seen it?";
    const shown = { records: delivered(records, found.again) };
    return { at, shown, folds: [{ records }, shown], message };
  },
};
