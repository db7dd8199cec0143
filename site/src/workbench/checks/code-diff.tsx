import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { DiffLine } from "./text-diff.ts";

interface CodeDiffProps {
  lines: DiffLine[];
  label: string;
  caption: string;
  /** For a voice: whose a line is that only one of the two has. */
  mine: string;
  theirs: string;
}

const signs = { same: " ", mine: "−", theirs: "+" };

/** Two programs side by side, line by line. */
export function CodeDiff({ lines, label, caption, mine, theirs }: CodeDiffProps) {
  const words = { same: "", mine: `${mine}: `, theirs: `${theirs}: ` };
  return (
    <figure className="wb-diff" aria-label={label}>
      <figcaption>{caption}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the code may be wider than its place and has to scroll by key */}
      <pre tabIndex={0}>
        {lines.map(({ kind, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <span key={i} className={`wb-diff-line ${kind}`}>
            <span aria-hidden="true">{signs[kind]} </span>
            {words[kind] && <span className="sr-only">{words[kind]}</span>}
            {showHidden(text)}
            {"\n"}
          </span>
        ))}
      </pre>
    </figure>
  );
}
