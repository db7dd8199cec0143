import { useId, useState } from "react";
import { formatPosition } from "../../../../engine/fold/event.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { limits } from "../../../../engine/sandbox/limits.ts";
import { watch as words } from "../../../../language/english/watch-expressions.ts";
import { watchResultWords } from "../../../../language/english/watch-results.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { placeOf as placeOfCard } from "../tape/narration.ts";
import { cardOfStep } from "../tape/tape-cards.ts";
import { useWorkbench } from "../workbench-context.ts";
import { exampleExpressions } from "./example-expression.ts";
import { WatchChart } from "./watch-chart.tsx";
import css from "./watch-panel.css?inline";
import type { WatchedStep } from "./watch-results.ts";
import { summary } from "./watch-series.ts";
import { WatchTable } from "./watch-table.tsx";

addStylesheet(css);

/** Expressions that are worked out after every step: a chart of each, and a table of all. */
export function WatchPanel() {
  const { tape, memory, navigation, $cards, ...workbench } = useWorkbench();
  const results = useStore(workbench.watches.$results);
  const watches = useStore(workbench.watches.$watches);
  const cards = useStore($cards);
  const cursor = useStore(tape.$cursor);
  const trace = useStore(tape.$trace);
  const { go } = navigation;
  const { steps } = results;
  const sampled = steps[0]?.index === null;
  const placeOf = (index: number) =>
    placeIn(steps[index], (step) => placeOfCard(cards[cardOfStep(cards, step)]));
  const current = sampled ? -1 : Math.min(cursor, steps.length - 1);
  const lead = (index: number) => {
    const to = index < 0 ? -1 : (steps[index]?.index ?? null);
    if (to !== null) go(to);
  };
  const keep = (texts: string[]) => memory.change({ watches: [...new Set(texts)] });
  const edit = (index: number, text: string) =>
    keep(watches.flatMap((old, i) => (i !== index ? [old] : text === "" ? [] : [text])));
  const failed = results.message !== "" && results.message !== trace.end.message ? results.message : "";
  return (
    <div className="wb-watch">
      <div className="wb-watches">
        {watches.length < limits.watches ? (
          <NewExpression
            example={showHidden(exampleExpressions(trace).watch)}
            add={(text) => keep([...watches, text])}
          />
        ) : (
          <p className="wb-soft">{words.full(limits.watches)}</p>
        )}
        {watches.length === 0 && <p className="wb-soft">{words.teach}</p>}
        {watches.map((text, index) => (
          <Expression
            // biome-ignore lint/suspicious/noArrayIndexKey: an expression is its place; it is edited in it
            key={index}
            text={text}
            index={index}
            steps={steps}
            current={current}
            placeOf={placeOf}
            problem={results.problems[text]}
            edit={(next) => edit(index, next)}
            go={lead}
          />
        ))}
        {failed !== "" && (
          <p className="wb-watch-problem">
            <InlineCodeText text={failed} />{" "}
            <button type="button" className="wb-link" onClick={workbench.watches.again}>
              {watchResultWords.again}
            </button>
          </p>
        )}
      </div>
      {watches.length > 0 && steps.length > 0 && (
        <div className="wb-watched">
          {sampled && <p className="wb-label">{words.samples}</p>}
          <WatchTable expressions={watches} steps={steps} current={current} placeOf={placeOf} go={lead} />
        </div>
      )}
    </div>
  );
}

function placeIn(step: WatchedStep | undefined, ofIndex: (index: number) => string): string {
  if (!step) return words.start;
  if (step.index !== null) return ofIndex(step.index);
  return step.position ? formatPosition(step.position) : "";
}

interface ExpressionProps {
  text: string;
  index: number;
  steps: WatchedStep[];
  current: number;
  problem: string | undefined;
  placeOf(index: number): string;
  edit(text: string): void;
  go(index: number): void;
}

function Expression({ text, index, steps, current, problem, placeOf, edit, go }: ExpressionProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const series = steps.flatMap(({ watched }) => watched[index] ?? []);
  const commit = () => {
    if (draft !== null && draft.trim() !== text) edit(draft.trim());
    setDraft(null);
  };
  return (
    <form
      className="wb-expression"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <input
        value={draft ?? text}
        aria-label={words.expression(index + 1)}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-words`}
        maxLength={limits.expressionCharacters}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Escape") setDraft(null);
        }}
      />
      <button
        type="button"
        className="wb-key"
        aria-label={words.remove(showHidden(text))}
        title={words.remove(showHidden(text))}
        onClick={() => edit("")}
      >
        <span aria-hidden="true">✕</span>
      </button>
      {problem === undefined && series.length > 0 && (
        <WatchChart
          expression={text}
          describedBy={`${id}-words`}
          series={series}
          current={current}
          placeOf={placeOf}
          go={go}
        />
      )}
      <p id={`${id}-words`} className={problem ? "wb-watch-problem" : "wb-label"}>
        <InlineCodeText text={problem ?? (series.length > 0 ? summary(series, placeOf) : "")} />
      </p>
    </form>
  );
}

function NewExpression({ example, add }: { example: string; add(text: string): void }) {
  const [text, setText] = useState("");
  return (
    <form
      className="wb-expression"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        add(text.trim());
        setText("");
      }}
    >
      <input
        value={text}
        aria-label={words.newExpression}
        placeholder={example}
        maxLength={limits.expressionCharacters}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="action quiet wb-small">
        {words.add}
      </button>
    </form>
  );
}
