import type { ReadableAtom } from "nanostores";
import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from "react";
import { codeWords } from "../../../../language/english/code.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import type { CodeTextareaProps } from "./code-textarea.tsx";
import type { OpenEditor, Problem } from "./editor-interface.ts";
import { scrollIntoBox } from "./executed-lines/scroll-into-box.ts";

const loadCodeTextarea = () => import("./code-textarea.tsx").then((module) => module.CodeTextarea);
const CodeTextarea = onDemand<CodeTextareaProps>(codeWords.name, loadCodeTextarea);

export interface CodeEditorProps {
  name: string;
  label: string;
  source: string;
  starter: string;
  starterHtml: string;
  /** The line of the starter at which the learner begins to write, counted from 1. */
  startLine: number;
  types: string;
  mode: "monaco" | "textarea";
  /** Loads the editor without waiting for somebody to reach for the code. */
  eager: boolean;
  /** Lines to light, counted from 1: those that ran for the step under the cursor. */
  $lit: ReadableAtom<number[]>;
  problem: Problem | null;
  onChange(source: string): void;
  onRun(): void;
  onCheck(): void;
}

/**
 * The code: drawn by the server first. Somebody who reaches for it types in a plain field at once, until the editor is
 * loaded and takes its place.
 */
export function CodeEditor(props: CodeEditorProps) {
  const [touch, setTouch] = useState(false);
  useEffect(() => setTouch(matchMedia("(pointer: coarse)").matches), []);
  if (props.mode === "textarea" || touch) {
    return <CodeTextarea {...props} symbols={touch} />;
  }
  return <RichEditor {...props} />;
}

function RichEditor(props: CodeEditorProps) {
  const { source, starter, starterHtml, startLine, label, $lit, problem, eager } = props;
  const place = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLElement>(null);
  const editor = useRef<OpenEditor | null>(null);
  const [wanted, setWanted] = useState<"no" | "idle" | "now">("no");
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const [PlainField, setPlainField] = useState<ComponentType<CodeTextareaProps> | null>(null);
  const [startsAt, setStartsAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    // A room only reads: while a lesson is presented the editor waits until somebody reaches for it.
    if (!eager || document.documentElement.dataset.present !== undefined) return;
    const start = () => setWanted((now) => (now === "no" ? "idle" : now));
    // Safari has no requestIdleCallback.
    if (!("requestIdleCallback" in window)) return void setTimeout(start, 500);
    const id = requestIdleCallback(start, { timeout: 3_000 });
    return () => cancelIdleCallback(id);
  }, [eager]);

  // The plain field replaces an editor that cannot be loaded, for example without network: so it is loaded before.
  const isPlainWanted = eager || wanted !== "no";
  useEffect(() => {
    if (!isPlainWanted) return;
    loadCodeTextarea().then(
      (part) => setPlainField(() => part),
      () => {},
    );
  }, [isPlainWanted]);

  const load = wanted !== "no";
  useEffect(() => {
    if (!load) return;
    let gone = false;
    import("./monaco.ts").then(
      ({ openMonaco }) => {
        if (gone || !place.current) return;
        const { name, label, types, source } = latest.current;
        editor.current = openMonaco(place.current, {
          name,
          label,
          types,
          source,
          onChange: (text) => latest.current.onChange(text),
          onRun: () => latest.current.onRun(),
          onCheck: () => latest.current.onCheck(),
        });
        editor.current.mark(latest.current.problem);
        if (source === latest.current.starter) editor.current.reveal(latest.current.startLine);
        // Whoever has begun to type goes on at the same character, and whoever has left the field is not called back.
        const field = box.current?.querySelector("textarea");
        if (field) setStartsAt(document.activeElement === field ? field.selectionStart : -1);
        setOpen(true);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      editor.current?.close();
      editor.current = null;
    };
  }, [load]);

  // In the same moment in which the field goes: a key pressed in between would be lost.
  useLayoutEffect(() => {
    if (open && wanted === "now" && startsAt >= 0) editor.current?.focus(startsAt);
  }, [open, wanted, startsAt]);
  useEffect(() => {
    editor.current?.setSource(source);
  }, [source]);
  useEffect(() => {
    editor.current?.mark(problem);
  }, [problem]);
  // Lines are lit without drawing the code again: they change with every step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source draws other lines
  useEffect(() => {
    return $lit.subscribe((lit) => {
      editor.current?.light(lit);
      const lines = still.current?.querySelectorAll(".line") ?? [];
      for (const [i, line] of lines.entries()) line.classList.toggle("wb-lit", lit.includes(i + 1));
      if (still.current) scrollIntoBox(still.current, ".wb-lit");
    });
  }, [$lit, source, open]);

  // Whoever opens the code sees first where to write.
  useEffect(() => {
    if (still.current && latest.current.source === latest.current.starter)
      scrollIntoBox(still.current, `.line:nth-child(${startLine})`);
  }, [startLine]);

  if (failed) return <CodeTextarea {...props} symbols={false} />;
  // The still code keeps the focus until the field can take it.
  const Plain = wanted === "now" ? PlainField : null;
  return (
    <div className="wb-editor" ref={box}>
      {!open && Plain && (
        <div className="wb-until-open">
          <Plain {...props} symbols={false} startsAt={startsAt} />
        </div>
      )}
      {!open && !Plain && (
        <section
          className="wb-still"
          ref={still}
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: focus is what opens the editor, and the code may scroll
          tabIndex={0}
          onFocus={() => setWanted("now")}
          // The field that follows takes the focus, not what the press would give it to.
          onMouseDown={(event) => {
            event.preventDefault();
            setStartsAt(indexAtPoint(event.currentTarget, event.clientX, event.clientY));
            setWanted("now");
          }}
        >
          {source === starter ? (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: highlighted when the site was built, from our own files
            <div dangerouslySetInnerHTML={{ __html: starterHtml }} />
          ) : (
            <StillLines source={source} />
          )}
        </section>
      )}
      <div className="wb-monaco" ref={place} hidden={!open} />
    </div>
  );
}

/** The index of the character under a point, in the text of the `.line` elements; 0 where there is none. */
function indexAtPoint(box: HTMLElement, x: number, y: number): number {
  const at = document.caretPositionFromPoint?.(x, y);
  const lines = [...box.querySelectorAll(".line")];
  const place = lines.findIndex((line) => at && line.contains(at.offsetNode));
  const line = lines[place];
  if (!at || !line) return 0;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(at.offsetNode, at.offset);
  const above = lines.slice(0, place).map(({ textContent }) => (textContent ?? "").length + 1);
  return above.reduce((sum, length) => sum + length, 0) + before.toString().length;
}

/** The learner's own code until the editor is there: the same lines, not highlighted. */
function StillLines({ source }: { source: string }) {
  return (
    <pre>
      <code>
        {source.split("\n").map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <span className="line" key={i}>
            {line}
          </span>
        ))}
      </code>
    </pre>
  );
}
