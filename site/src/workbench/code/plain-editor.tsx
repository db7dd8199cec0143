import { type KeyboardEvent, useRef } from "react";
import { codeWords } from "../../../../language/english/code.ts";

interface PlainEditorProps {
  label: string;
  source: string;
  onChange(source: string): void;
  onRun(): void;
  onCheck(): void;
  /** A bar of symbols that are hard to reach on a touch keyboard. */
  symbols: boolean;
}

const symbols = [
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "=>",
  "...",
  ":",
  ";",
  '"',
  "`",
  "??",
  "?",
  "=",
  "+",
  "-",
  "!",
  "&&",
  "||",
];

/** The code in a plain text field: for those who prefer it, for touch screens and screen readers. */
export function PlainEditor({ label, source, onChange, onRun, onCheck, symbols: withBar }: PlainEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Tab indents only for somebody who is writing; a keyboard traveller passes through. Esc gives Tab back.
  const writing = useRef(false);

  const insert = (text: string) => {
    const element = field.current;
    if (!element) return;
    element.focus();
    element.setRangeText(text, element.selectionStart, element.selectionEnd, "end");
    onChange(element.value);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.shiftKey ? onCheck() : onRun();
    } else if (event.key === "Escape") {
      writing.current = false;
    } else if (event.key === "Tab" && !event.shiftKey && writing.current) {
      event.preventDefault();
      insert("  ");
    } else if (event.key.length === 1) {
      writing.current = true;
    }
  };

  return (
    <div className="wb-plain">
      <textarea
        ref={field}
        className="wb-textarea"
        aria-label={label}
        value={source}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onPointerDown={() => {
          writing.current = true;
        }}
        onBlur={() => {
          writing.current = false;
        }}
      />
      {withBar && (
        <div className="wb-symbols" role="toolbar" aria-label={codeWords.symbols}>
          {symbols.map((symbol) => (
            <button key={symbol} type="button" onClick={() => insert(symbol)}>
              {symbol}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
