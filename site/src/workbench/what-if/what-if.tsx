import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { type RawRecord, readRecord } from "../../../../engine/fold/event.ts";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import { eventFormWords, whatIfWords } from "../../../../language/english/what-if.ts";
import { busyWords } from "../../../../language/english/workbench.ts";
import { useBenchParts } from "../bench-parts.ts";
import { useDrag } from "../order/use-drag.ts";
import type { Row } from "../two-folds/laid.ts";
import { partingInWords, placeOfRow } from "../two-folds/parting.ts";
import { TwoFolds } from "../two-folds/two-folds.tsx";
import { spokenWords } from "../words.tsx";
import { changed, undone } from "./branch.ts";
import { changesOf, orderRule } from "./changes.ts";
import { again, type Copy, copyOf, edit, insert, isUnchanged, move, skip, without } from "./copy.ts";
import { EventForm } from "./event-form.tsx";
import { keepBranch, keptBranch } from "./kept.ts";
import { copiedAt, landingAt, neighbour } from "./places.ts";
import { RecordTools } from "./record-tools.tsx";
import { type Template, templatesOf } from "./templates.ts";
import { useCopyFolds } from "./use-copy-folds.ts";
import { causeInWords, orderInWords } from "./words.ts";

interface WhatIfProps {
  /** Names the log among all that a page may open. */
  logName: string;
  taken: { records: RawRecord[]; of: number };
  keys: string[];
}

/** The copy, what can be done with it, and the log's fold beside the copy's. */
export function WhatIf({ logName, taken, keys }: WhatIfProps) {
  const { payload, exercise, bench, say, tab } = useBenchParts();
  const [branch, setBranch] = useState(() => keptBranch(logName, taken.records, keys));
  useEffect(() => keepBranch(logName, taken.records, branch), [logName, taken, branch]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [carried, setCarried] = useState<string | null>(null);
  const [form, setForm] = useState<"edit" | "insert" | null>(null);
  const rows = useRef<HTMLOListElement>(null);
  const copy = branch.now;
  // "What if this had not happened?" begins without that record.
  useEffect(() => {
    const { about } = tab;
    if (tab.name !== "what-if" || about === undefined || !keys.includes(about)) return;
    setBranch((before) => changed(before, without(before.now, about)));
    setCursor(about);
  }, [tab, keys]);
  const isWhole = taken.records.length === taken.of;
  const log = useMemo(() => ({ records: taken.records, keys, isWhole }), [taken, keys, isWhole]);
  const { laid, folded, problem, waiting } = useCopyFolds(log, copy);
  const templates = useMemo(() => templatesOf(payload), [payload]);

  const told = laid ? partingInWords(laid, causeInWords(changesOf(folded))) : "";
  const rule = orderInWords(orderRule(copy));
  // What a change leads to is read out once it is there, not when the panel opens.
  const isSaid = useRef(tab.about === undefined);
  useEffect(() => {
    if (isSaid.current || told === "" || folded !== copy) return;
    isSaid.current = true;
    say(spokenWords([told, rule].filter(Boolean).join(" ")));
  });

  const row = laid?.rows.findIndex(({ id }) => id === cursor) ?? -1;
  const here = copiedAt(copy, laid?.rows[row]);
  const change = (next: Copy, stands: string | null = cursor) => {
    setBranch(changed(branch, next));
    setCursor(stands);
    setCarried(null);
    setForm(null);
    isSaid.current = next === copy;
  };
  const moveTo = (id: string, to: number) => change(move(copy, id, to), id);
  const moveBy = (by: 1 | -1) => here && moveTo(here.one.id, neighbour(copy, here.place, by));
  const placeOf = (id: string) => copy.records.findIndex((one) => one.id === id);
  const carryTo = (id: string, before: number) => moveTo(id, landingAt(placeOf(id), before));

  const go = (to: number) => {
    const target = copiedAt(copy, laid?.rows[to]);
    if (carried !== null && target) return carryTo(carried, target.place);
    setCursor(laid?.rows[to]?.id ?? null);
    setForm(null);
  };
  const keysOf = (event: KeyboardEvent): boolean => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (event.key === "Escape" && carried !== null) setCarried(null);
    else if (event.altKey && by && here && !here.one.skipped) moveBy(by);
    else return false;
    return true;
  };
  // The drag speaks of lines by number: here of places in the copy, and of the rows that show them.
  const shown = laid?.rows.flatMap((each) => copiedAt(copy, each)?.place ?? []) ?? [];
  const { drag, lineOf } = useDrag(rows, ({ piece, place }) => {
    const dragged = copy.records[piece];
    if (dragged)
      carryTo(dragged.id, place === null ? copy.records.length : (shown[place] ?? copy.records.length));
  });
  const rowOf = (each: Row) => {
    const place = copiedAt(copy, each)?.place;
    if (place === undefined) return {};
    const target = drag?.place === null || drag?.place === undefined ? null : shown[drag.place];
    const marks = [drag?.piece === place ? "dragged" : "", target === place ? "before" : ""];
    return { "data-piece": place, className: marks.join(" "), ...lineOf(place) };
  };

  const templateFor = (type: string | undefined) =>
    templates.find((one) => one.type === type) ?? templates[0] ?? { type: "", data: {} };
  const name = placeOfRow(laid?.rows[row]);
  const event = here ? eventOf(here.one.record) : null;
  const near = here?.one.record.key ?? taken.records[0]?.key ?? "";
  return (
    <div className="wi">
      <div className="wb-row wi-head">
        <p>{whatIfWords.intro}</p>
        <button
          type="button"
          className="action quiet wb-small"
          aria-disabled={branch.past.length === 0}
          onClick={() => {
            isSaid.current = branch.past.length === 0;
            setBranch(undone(branch));
            setForm(null);
          }}
        >
          {whatIfWords.undo}
        </button>
        <button
          type="button"
          className="action quiet wb-small"
          aria-disabled={isUnchanged(copy)}
          onClick={() => !isUnchanged(copy) && change(copyOf(taken.records, keys))}
        >
          {whatIfWords.startAgain}
        </button>
      </div>
      {!isWhole && <p className="wb-soft">{whatIfWords.cut(taken.records.length, taken.of)}</p>}
      {bench.stale && <p className="wb-soft">{whatIfWords.stale}</p>}
      {rule && <p className="wb-notice">{rule}</p>}
      {problem && <p className="wb-verdict bad">{problem}</p>}
      {waiting > 0 && <p className="wb-soft">{busyWords.busy(waiting)}</p>}
      {!laid && !problem && <p className="wb-soft">{twoFoldsWords.folding}</p>}
      {laid && (
        <TwoFolds
          laid={laid}
          told={told}
          view={exercise.view}
          row={row}
          go={go}
          rows={rows}
          grip
          rowOf={rowOf}
          keysOf={keysOf}
          tools={
            <div className="wi-below">
              {form === null ? (
                <RecordTools
                  one={here?.one ?? null}
                  name={name}
                  isEvent={event !== null}
                  carrying={carried !== null}
                  skip={() => here && change(skip(copy, here.one.id))}
                  again={() => here && change(again(copy, here.one.id))}
                  edit={() => setForm("edit")}
                  insert={() => setForm("insert")}
                  move={moveBy}
                  carry={() => setCarried(carried === null ? (here?.one.id ?? null) : null)}
                  putAtEnd={() => carried !== null && carryTo(carried, copy.records.length)}
                />
              ) : (
                <EventForm
                  key={`${form} ${cursor}`}
                  title={
                    form === "edit"
                      ? eventFormWords.edit(event?.type ?? "")
                      : row < 0
                        ? eventFormWords.atStart
                        : eventFormWords.insert(name)
                  }
                  event={(form === "edit" ? event : null) ?? templateFor(event?.type)}
                  eventKey={form === "edit" ? null : near}
                  templates={templates}
                  say={say}
                  cancel={() => setForm(null)}
                  save={(next, key) => {
                    if (form === "edit" && here) return change(edit(copy, here.one.id, next));
                    const put = insert(copy, here ? here.place + 1 : 0, key === "" ? null : key, next);
                    change(put, put.records[here ? here.place + 1 : 0]?.id ?? null);
                  }}
                />
              )}
            </div>
          }
        />
      )}
      <p className="wb-soft wi-keys">{whatIfWords.howToMove}</p>
    </div>
  );
}

function eventOf(record: RawRecord): Template | null {
  const read = readRecord(record);
  return "event" in read ? { type: read.event.type, data: read.event.data } : null;
}
