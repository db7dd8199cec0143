import type { Json } from "../../../../engine/fold/json.ts";
import { diff } from "../../../../engine/fold/json-patch.ts";
import { differenceWords } from "../../../../language/english/checks.ts";
import { markedTree } from "../state/marked-tree.ts";
import { TreeView } from "../state/tree-view.tsx";

/** What was expected, with everything marked in which the learner's value differs. */
export function ExpectedAgainstActual({ expected, actual }: { expected: Json; actual: Json }) {
  return (
    <TreeView
      root={markedTree(actual, diff(actual, expected))}
      label={differenceWords.label}
      words={differenceWords}
    />
  );
}
