import type { Json } from "../../../../engine/fold/json.ts";
import type { Patch } from "../../../../engine/fold/json-patch.ts";
import { markedTree } from "./marked-tree.ts";
import { TreeView } from "./tree-view.tsx";

export interface StateTreeProps {
  before: Json;
  /** What turns it into the state that is shown; its changes are marked. */
  patch: Patch;
  label: string;
}

/** A state as a tree, with what has changed in it. */
export function StateTree({ before, patch, label }: StateTreeProps) {
  return <TreeView root={markedTree(before, patch)} label={label} />;
}
