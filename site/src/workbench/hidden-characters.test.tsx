import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LogRecord } from "../../../engine/fold/event.ts";
import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import type { Json } from "../../../engine/fold/json.ts";
import type { Trace, Watched } from "../../../engine/fold/trace.ts";
import { cardName } from "../../../figures/lane/card-aria-label.ts";
import { KeyToPartition } from "../../../figures/partition/key-to-partition.tsx";
import { AutomaticView } from "../../../figures/views/automatic-view.tsx";
import { hiddenWords } from "../../../language/english/hidden-characters.ts";
import { escapeControlCharacters } from "../terminal/cell-width.ts";
import { InlineCodeText, spokenWords } from "../ui/inline-code-text.tsx";
import { CodeDiff } from "./checks/code-diff.tsx";
import { diffLines } from "./checks/text-diff.ts";
import { StateForm } from "./predict/state-form.tsx";
import { markedTree } from "./state/marked-tree.ts";
import { TreeView } from "./state/tree-view.tsx";
import { placeOf } from "./tape/narration.ts";
import { RecordLine } from "./tape/record-line.tsx";
import { recordCard } from "./tape/tape-cards.ts";
import { alignFolds, type Row } from "./two-folds/aligned-folds.ts";
import { placeOfRow } from "./two-folds/describe-divergence.ts";
import { sideOf } from "./two-folds/fold-side.ts";
import { RowView } from "./two-folds/row-view.tsx";
import { WatchChart } from "./watch-and-breakpoint/watch-chart.tsx";
import { formatWatched } from "./watch-and-breakpoint/watch-series.ts";
import { WatchTable } from "./watch-and-breakpoint/watch-table.tsx";

const marker = "⟨U+202E⟩";
const turned = "evil\u202egpj.exe";

test.each([
  [turned, `evil${marker}gpj.exe`],
  ["a\u200bb", "a⟨U+200B⟩b"],
  ["\ufeff", "⟨U+FEFF⟩"],
  ["\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"],
  ["\u{e0041}", "⟨U+E0041⟩"],
  ["\x1b[31m", "⟨U+001B⟩[31m"],
  ["a\u200d", "a⟨U+200D⟩"],
])("%j is shown as %s", (text, formatWatched) => expect(showHidden(text)).toBe(formatWatched));

test.each(["plain", "two\nlines\tand a tab\r\n", "👨‍👩‍👧", "می‌خواهم", "é 世 שלום"])(
  "%j stays as it is",
  (text) => expect(showHidden(text)).toBe(text),
);

const position = { topic: "t", partition: 0, offset: 0 };
const metadata = {
  id: "1",
  version: 1,
  occurredAt: "2026-01-01T00:00:00Z",
  key: turned,
  position,
  timestamp: 0,
};
const event = { type: turned, data: { [turned]: turned }, metadata };
const record: LogRecord = { position, key: turned, timestamp: 0, headers: { [turned]: turned }, event };
const card = { ...recordCard(record, false), step: 0 };
const trace: Trace = {
  start: {
    kind: "start",
    runId: "1",
    engine: "",
    entry: { kind: "reducer" },
    scope: "all",
    seed: 1,
    slice: { topic: "t", partitions: [] },
    sourceHash: "",
    state: null,
  },
  steps: [],
  keyframes: [],
  end: { kind: "end", verdict: "ok", message: "", at: null, state: null, steps: 0, skipped: 0 },
};
const fold = sideOf("the log", [], trace);
const row: Row = {
  id: turned,
  one: card,
  other: { ...card, offset: null, kind: "decided", record: null },
  kind: "changed",
  steps: { one: 0, other: 0 },
  differs: true,
  isSame: false,
};
const watched: Watched[] = [{ text: turned }, { error: turned }];
const go = () => {};
const states: { [name: string]: Json } = {
  account: { balances: { [turned]: 1 } },
  board: { squares: { e4: turned } },
  cart: { lines: { [turned]: turned } },
  newsroom: { articles: { [turned]: { headline: turned, [turned]: turned } } },
  seats: { seats: { [turned]: { status: "held", by: turned } } },
  table: { [turned]: { [turned]: turned }, list: [{ [turned]: [turned] }] },
};

const drawn: { [name: string]: ReactNode } = {
  "a record's line": <RecordLine card={card} />,
  "a state": (
    <TreeView root={markedTree({}, [{ op: "add", path: `/${turned}`, value: turned }])} label="state" />
  ),
  ...Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      `a state drawn as ${name}`,
      <AutomaticView key={name} state={state} />,
    ]),
  ),
  "a terminal's line": escapeControlCharacters(turned),
  "a sentence": <InlineCodeText text={`Why \`${turned}\`?`} />,
  "a sentence that is read out": spokenWords(turned),
  "a card's name": cardName(card, null),
  "the place of a command": placeOf({ ...card, offset: null, kind: "command" }),
  "a row of two folds": <RowView aligned={alignFolds(fold, fold)} row={row} isOneLog={false} />,
  "the name of such a row": placeOfRow({ ...row, one: row.other }),
  "the values of a watch": watched.map(formatWatched).join(),
  "a chart": (
    <WatchChart expression={turned} series={watched} current={0} describedBy="" placeOf={String} go={go} />
  ),
  "a table of watches": (
    <WatchTable
      expressions={[turned]}
      steps={watched.map((each, index) => ({ index, position, watched: [each] }))}
      current={0}
      placeOf={String}
      go={go}
    />
  ),
  "two versions of code": <CodeDiff lines={diffLines(turned, "")} label="" caption="" mine="" theirs="" />,
  "a key on its way": <KeyToPartition recordKey={turned} partitions={3} />,
};

test.each(Object.entries(drawn))("%s shows what is hidden in it", (_, part) => {
  const page = renderToStaticMarkup(part);
  expect(page).toContain(marker);
  expect(page).not.toContain("\u202e");
});

test("a form of a state names the hidden characters beside its fields, which keep them", () => {
  const page = renderToStaticMarkup(<StateForm before={{ [turned]: turned }} change={go} />);
  expect(page).toContain(`>evil${marker}gpj.exe</label>`);
  expect(page).toContain(`value="${turned}"`);
  expect(page.replace(`value="${turned}"`, "")).not.toContain("\u202e");
  expect(page).toContain(hiddenWords.inField);
});
