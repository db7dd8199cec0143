import type { ReadableAtom } from "nanostores";
import { useEffect, useRef, useState } from "react";
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

/** The code: drawn by the server first, a field to type in once somebody reaches for it. */
export function CodeEditor(props: CodeEditorProps) {
  const [touch, setTouch] = useState(false);
  useEffect(() => setTouch(matchMedia("(pointer: coarse)").matches), []);
  if (props.mode === "textarea" || touch) {
    return <CodeTextarea {...props} symbols={touch} />;
  }
  return <RichEditor {...props} />;
}

function RichEditor(props: CodeEditorProps) {
  const { source, starter, starterHtml, label, $lit, problem, eager } = props;
  const place = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLElement>(null);
  const editor = useRef<OpenEditor | null>(null);
  const [wanted, setWanted] = useState<"no" | "idle" | "now">("no");
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
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
  useEffect(() => {
    loadCodeTextarea().catch(() => {});
  }, []);

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

  useEffect(() => {
    if (open && wanted === "now") editor.current?.focus();
  }, [open, wanted]);
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

  if (failed) return <CodeTextarea {...props} symbols={false} />;
  return (
    <div className="wb-editor">
      {!open && (
        <section
          className="wb-still"
          ref={still}
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: focus is what opens the editor, and the code may scroll
          tabIndex={0}
          onFocus={() => setWanted("now")}
          onPointerDown={() => setWanted("now")}
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
