import type { Json } from "../../../../engine/fold/json.ts";
import { diff } from "../../../../engine/fold/patch.ts";
import { markedTree } from "../state/tree.ts";
import { type MarkWords, TreeView } from "../state/tree-view.tsx";

const words: MarkWords = {
  added: "missing in yours",
  removed: "only in yours",
  changed: (mine) => `yours: ${mine}`,
};

/** What was expected, with everything marked in which the learner's value differs. */
export function Difference({ expected, actual }: { expected: Json; actual: Json }) {
  return (
    <TreeView
      root={markedTree(actual, diff(actual, expected))}
      label="Expected, with what differs in yours"
      words={words}
    />
  );
}
