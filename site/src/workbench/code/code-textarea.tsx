import type { ReadableAtom } from "nanostores";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { codeWords } from "../../../../language/english/code.ts";
import { useStore } from "../../ui/use-store.ts";
import { scrollIntoBox } from "./executed-lines/scroll-into-box.ts";

export interface CodeTextareaProps {
  label: string;
  source: string;
  /** Lines to light, counted from 1. */
  $lit: ReadableAtom<number[]>;
  onChange(source: string): void;
  onRun(): void;
  onCheck(): void;
  /** A bar of symbols that are hard to reach on a touch keyboard. */
  symbols: boolean;
  /** Where the cursor is, as an index into the source, in a field that takes the focus when it is shown. */
  startsAt?: number | undefined;
}

const symbols = "{ } ( ) [ ] => ; : , . ' \" ` = + - ... ? ?? ! && ||".split(" ");

/** The code in a plain text field: for those who prefer it, for touch screens and screen readers. */
export function CodeTextarea({
  label,
  source,
  $lit,
  onChange,
  onRun,
  onCheck,
  symbols: withBar,
  startsAt,
}: CodeTextareaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [scrolled, setScrolled] = useState(0);
  // Tab indents only for somebody who is writing; a keyboard traveller passes through. Esc gives Tab back.
  const writing = useRef(false);
  // In the moment in which it is shown: what it replaces had the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => {
    if (startsAt === undefined) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(startsAt, startsAt);
  }, []);

  const insert = (text: string) => {
    const element = field.current;
    if (!element) return;
    element.focus();
    // The one way of writing into a field that the browser's undo knows; it tells the change by itself.
    if (document.execCommand("insertText", false, text)) return;
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
      <div className="wb-field">
        <LineNumbers source={source} $lit={$lit} scrolled={scrolled} field={field} />
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
          onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
        />
      </div>
      {withBar && <Symbols insert={insert} />}
    </div>
  );
}

/** One of the buttons is in the order of Tab, arrow keys lead to the others. */
function Symbols({ insert }: { insert(text: string): void }) {
  const [at, setAt] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (at + by + symbols.length) % symbols.length;
    setAt(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div className="wb-symbols" role="toolbar" aria-label={codeWords.symbols} onKeyDown={onKeyDown}>
      {symbols.map((symbol, i) => (
        <button
          key={symbol}
          type="button"
          tabIndex={i === at ? 0 : -1}
          // The field keeps the focus, and a touch keyboard stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setAt(i)}
          onClick={() => insert(symbol)}
        >
          {symbol}
        </button>
      ))}
    </div>
  );
}

interface LineNumbersProps extends Pick<CodeTextareaProps, "source" | "$lit"> {
  scrolled: number;
  field: RefObject<HTMLTextAreaElement | null>;
}

/**
 * The numbers beside the field, and a band behind each line that is lit; both scroll with the text. Each number has its
 * line unseen beside it, so that it is as high as the line is in the field, where long lines wrap.
 */
function LineNumbers({ source, $lit, scrolled, field }: LineNumbersProps) {
  const lit = useStore($lit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts when other lines are lit, not on each key
  useEffect(() => {
    const element = field.current;
    // Whoever writes is not taken elsewhere.
    if (element?.parentElement && document.activeElement !== element)
      scrollIntoBox(element, ".wb-lit", element.parentElement);
  }, [lit]);
  return (
    <div className="wb-numbers" aria-hidden="true">
      <ol style={{ translate: `0 ${-scrolled}px` }}>
        {source.split("\n").map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={i} className={lit.includes(i + 1) ? "wb-lit" : undefined}>
            <span>{i + 1}</span>
            <span className="wb-unseen" data-line={line} />
          </li>
        ))}
      </ol>
    </div>
  );
}
