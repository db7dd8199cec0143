import { orderWords } from "../../../../language/english/order-the-lines.ts";

/** How many fixed lines stand beside those that can be moved; the others are a click away. */
const beside = 2;

type Side = "above" | "below";

/** The fixed lines that stand next to those that can be moved, and the others. */
export function fixedLines(text: string, side: Side): { near: string[]; far: string[] } {
  const lines = text.trimEnd().split("\n");
  return side === "above"
    ? { near: lines.slice(-beside), far: lines.slice(0, -beside) }
    : { near: lines.slice(0, beside), far: lines.slice(beside) };
}

/**
 * Of the lines above, the last one that opens the block in which the near ones are: without it a closing brace would seem
 * to end the function. Null where it is near itself, or where there is none.
 */
export function openingLine(text: string): { line: string; index: number } | null {
  const { near, far } = fixedLines(text, "above");
  const indentation = (line: string) => line.search(/\S/);
  const least = Math.min(...near.filter((line) => line.trim() !== "").map(indentation));
  const index = far.findLastIndex((line) => line.trim() !== "" && indentation(line) < least);
  const line = far[index];
  return line?.trimEnd().endsWith("{") ? { line, index } : null;
}

interface FixedLinesProps {
  text: string;
  side: Side;
  /** The indentation that is left out. */
  edge: number;
  /** The number of the text's first line in the source. */
  first: number;
  /** The others are shown, or no longer. */
  onToggle(isOpen: boolean): void;
}

/** Lines that stand where they are, above or below those that are put in order. */
export function FixedLines({ text, side, edge, first, onToggle }: FixedLinesProps) {
  const { near, far } = fixedLines(text, side);
  const opening = side === "above" ? openingLine(text) : null;
  const rest = far.length > 0 && (
    <details onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{orderWords[side](far.length)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the code may be wider than its place and has to scroll by key */}
      <pre tabIndex={0}>{far.join("\n")}</pre>
    </details>
  );
  return (
    <div className="wb-fixed">
      {side === "above" && rest}
      <pre>
        {opening && (
          <span className="wb-near-line">
            <span className="wb-line-number" aria-hidden="true">
              {first + opening.index}
            </span>
            {opening.line.slice(edge)}
            {"\n"}
            <span className="wb-line-number" aria-hidden="true" />
            {"…\n"}
          </span>
        )}
        {near.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed lines never change their order
          <span className="wb-near-line" key={index}>
            <span className="wb-line-number" aria-hidden="true">
              {first + index + (side === "above" ? far.length : 0)}
            </span>
            {line.slice(edge)}
            {"\n"}
          </span>
        ))}
      </pre>
      {side === "below" && rest}
    </div>
  );
}
