import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { partitionOf } from "../../engine/fold/partition.ts";
import { KeyToPartition } from "./key-to-partition.tsx";

const drawn = (recordKey: string, partitions: number) =>
  renderToStaticMarkup(<KeyToPartition recordKey={recordKey} partitions={partitions} />);

test("a key is told and drawn in the partition that Kafka's producers put it into", () => {
  for (const key of ["cart-1", "cart-7", "ümläut", "x".repeat(40)]) {
    const html = drawn(key, 3);
    const partition = partitionOf(key, 3);
    expect(html).toContain(`${key} goes to partition ${partition} of 3.`);
    expect(html.match(/throw-lane/g)).toHaveLength(3);
    expect(html).toMatch(new RegExp(`throw-lane here.*?>${partition}</text>`));
  }
});

test("without a key no lane is chosen", () => {
  expect(drawn("", 3)).not.toContain("here");
});

test("more lanes than fit are told and not drawn", () => {
  expect(drawn("cart-1", 40)).not.toContain("<svg");
  expect(drawn("cart-1", 40)).toContain("of 40.");
});
