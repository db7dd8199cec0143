import { useState } from "react";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { Json } from "../../../../engine/fold/json.ts";
import { treeWords } from "../../../../language/english/state.ts";
import { countParts, type Mark, type TreeNode } from "./marked-tree.ts";

/** What the marks mean where the tree is shown: a step's change, or what is expected against what is there. */
export interface MarkWords {
  /** What the whole value is called; the state when absent. */
  whole?: string;
  added: string;
  removed: string;
  changed(before: string): string;
}

/** Items of one branch that are shown at once. */
const shownAtOnce = 60;

/** A state as nested lists, with what this step did to it marked by colour and by word. */
export function TreeView({
  root,
  label,
  words = treeWords,
}: {
  root: TreeNode;
  label: string;
  words?: MarkWords;
}) {
  return (
    <div className="wb-tree">
      {root.children && root.mark !== "changed" ? (
        <Branch
          nodes={root.children}
          words={words}
          depth={0}
          isList={Array.isArray(root.value)}
          label={label}
        />
      ) : (
        <ul aria-label={label}>
          <Node node={{ ...root, key: words.whole ?? treeWords.whole }} words={words} depth={0} />
        </ul>
      )}
    </div>
  );
}

interface BranchProps {
  nodes: TreeNode[];
  words: MarkWords;
  depth: number;
  isList: boolean;
  label?: string;
}

function Branch({ nodes, words, depth, isList, label }: BranchProps) {
  const [limit, setLimit] = useState(shownAtOnce);
  if (nodes.length === 0)
    return <p className="wb-tree-empty">{isList ? treeWords.emptyList : treeWords.empty}</p>;
  const rest = nodes.length - limit;
  return (
    <ul aria-label={label}>
      {nodes.slice(0, limit).map((node, i) => (
        // A removed item and its successor may share a key; the place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the drawing is the identity
        <Node key={`${node.key} ${i}`} node={node} words={words} depth={depth} />
      ))}
      {rest > 0 && (
        <li>
          <button type="button" className="wb-link" onClick={() => setLimit(limit + 10 * shownAtOnce)}>
            {treeWords.more(rest)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Node({ node, words, depth }: { node: TreeNode; words: MarkWords; depth: number }) {
  const [choice, setChoice] = useState<boolean | null>(null);
  const { children, key, mark } = node;
  if (!children || children.length === 0) {
    return (
      <li className={`wb-node ${mark}`}>
        <span className="wb-node-key">{showHidden(key)}</span>
        <span className="wb-node-value">
          {children ? (Array.isArray(node.value) ? "[]" : "{}") : showHidden(JSON.stringify(node.value))}
        </span>{" "}
        <MarkWord node={node} words={words} />
      </li>
    );
  }
  const open = choice ?? (mark !== "same" || depth < 1 || children.length <= 4);
  return (
    <li className={`wb-node branch ${mark}`}>
      <button type="button" className="wb-node-key" aria-expanded={open} onClick={() => setChoice(!open)}>
        <span className="wb-fold-sign" aria-hidden="true">
          {open ? "▾" : "▸"}
        </span>
        {showHidden(key)} <span className="wb-node-count">({countParts(node)})</span>
      </button>
      <MarkWord node={node} words={words} />
      {open && <Branch nodes={children} words={words} depth={depth + 1} isList={Array.isArray(node.value)} />}
    </li>
  );
}

function MarkWord({ node, words }: { node: TreeNode; words: MarkWords }) {
  const word = wordOf(node.mark, node, words);
  return word === "" ? null : <span className="wb-node-mark">{word}</span>;
}

function wordOf(mark: Mark, node: TreeNode, words: MarkWords): string {
  if (mark === "changed") return words.changed(formatBriefly(node.before ?? null));
  return mark === "added" || mark === "removed" ? words[mark] : "";
}

const formatBriefly = (value: Json) => {
  const text = showHidden(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
