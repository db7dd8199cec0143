import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { type RawRecord, readRecord } from "../../../../engine/fold/event.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import { eventFormWords, whatIfWords } from "../../../../language/english/what-if.ts";
import { InlineCodeText, spokenWords } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { describeWaiting } from "../busy-line.tsx";
import { describeDivergence, placeOfRow } from "../two-folds/describe-divergence.ts";
import { TwoFolds } from "../two-folds/two-folds.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { changesOf, orderRule } from "./changes-in-copy.ts";
import { branchTo, undone } from "./copy-with-undo.ts";
import { describeCause, describeOrder } from "./describe-cause.ts";
import { EventForm } from "./event-form.tsx";
import { type Template, templatesOf } from "./event-templates.ts";
import { keepCopy, keptCopy } from "./kept-copies.ts";
import {
  copyOf,
  duplicateRecord,
  edit,
  insert,
  isUnchanged,
  type LogCopy,
  move,
  removeRecord,
  skip,
} from "./log-copy.ts";
import { copiedAt, landingAt, neighbour } from "./record-positions.ts";
import { RecordTools } from "./record-tools.tsx";
import { useCopyFolds } from "./use-copy-folds.ts";
import { useRecordDrag } from "./use-record-drag.ts";

interface WhatIfProps {
  /** Names the log among all that a page may open. */
  logName: string;
  taken: { records: RawRecord[]; of: number };
  keys: string[];
}

/** The copy, what can be done with it, and the log's fold beside the copy's. */
export function WhatIf({ logName, taken, keys }: WhatIfProps) {
  const { payload, exercise, code, liveRegion, layout } = useWorkbench();
  const { say } = liveRegion;
  const tab = useStore(layout.$tab);
  const stale = useStore(code.$stale);
  const [branch, setBranch] = useState(() => keptCopy(logName, taken.records, keys));
  useEffect(() => keepCopy(logName, taken.records, branch), [logName, taken, branch]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [carried, setCarried] = useState<string | null>(null);
  const [form, setForm] = useState<"edit" | "insert" | null>(null);
  const rows = useRef<HTMLOListElement>(null);
  const copy = branch.now;
  // "What if this had not happened?" begins without that record.
  useEffect(() => {
    const { about } = tab;
    if (tab.tool !== "what-if" || about === undefined || !keys.includes(about)) return;
    setBranch((before) => branchTo(before, removeRecord(before.now, about)));
    setCursor(about);
  }, [tab, keys]);
  const isWhole = taken.records.length === taken.of;
  const log = useMemo(() => ({ records: taken.records, keys, isWhole }), [taken, keys, isWhole]);
  const { aligned, folded, problem, waiting } = useCopyFolds(log, copy);
  const templates = useMemo(() => templatesOf(payload), [payload]);

  const divergence = aligned ? describeDivergence(aligned, describeCause(changesOf(folded))) : "";
  const rule = describeOrder(orderRule(copy));
  // What a change leads to is read out once it is there, not when the panel opens.
  const isSaid = useRef(tab.about === undefined);
  useEffect(() => {
    if (isSaid.current || divergence === "" || folded !== copy) return;
    isSaid.current = true;
    say(spokenWords([divergence, rule].filter(Boolean).join(" ")));
  });

  const row = aligned?.rows.findIndex(({ id }) => id === cursor) ?? -1;
  const here = copiedAt(copy, aligned?.rows[row]);
  const change = (next: LogCopy, stands: string | null = cursor) => {
    setBranch(branchTo(branch, next));
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
    const target = copiedAt(copy, aligned?.rows[to]);
    if (carried !== null && target) return carryTo(carried, target.place);
    setCursor(aligned?.rows[to]?.id ?? null);
    setForm(null);
  };
  const keysOf = (event: KeyboardEvent): boolean => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (event.key === "Escape" && carried !== null) setCarried(null);
    else if (event.altKey && by && here && !here.one.skipped) moveBy(by);
    else return false;
    return true;
  };
  const rowOf = useRecordDrag({ rows, copy, aligned, carryTo });

  const templateFor = (type: string | undefined) =>
    templates.find((one) => one.type === type) ?? templates[0] ?? { type: "", data: {} };
  const name = placeOfRow(aligned?.rows[row]);
  const event = here ? eventOf(here.one.record) : null;
  const near = here?.one.record.key ?? taken.records[0]?.key ?? "";
  return (
    <div className="wi">
      {!isWhole && <p className="wb-soft">{whatIfWords.cut(taken.records.length, taken.of)}</p>}
      {stale && <p className="wb-soft">{whatIfWords.stale}</p>}
      {rule && <p className="wb-notice">{rule}</p>}
      {problem && (
        <p className="wb-verdict bad">
          <InlineCodeText text={problem} />
        </p>
      )}
      {waiting && <p className="wb-soft">{describeWaiting(waiting)}</p>}
      {!aligned && !problem && <p className="wb-soft">{twoFoldsWords.folding}</p>}
      {aligned && (
        <TwoFolds
          aligned={aligned}
          divergence={divergence}
          view={exercise.view}
          row={row}
          go={go}
          rows={rows}
          grip
          rowOf={rowOf}
          keysOf={keysOf}
          note={whatIfWords.howToMove}
          tools={
            <div className="wi-above">
              {form === null ? (
                <RecordTools
                  one={here?.one ?? null}
                  name={name}
                  isEvent={event !== null}
                  carrying={carried !== null}
                  skip={() => here && change(skip(copy, here.one.id))}
                  again={() => here && change(duplicateRecord(copy, here.one.id))}
                  edit={() => setForm("edit")}
                  insert={() => setForm("insert")}
                  move={moveBy}
                  carry={() => setCarried(carried === null ? (here?.one.id ?? null) : null)}
                  putAtEnd={() => carried !== null && carryTo(carried, copy.records.length)}
                  canUndo={branch.past.length > 0}
                  undo={() => {
                    isSaid.current = branch.past.length === 0;
                    setBranch(undone(branch));
                  }}
                  canStartAgain={!isUnchanged(copy)}
                  startAgain={() => change(copyOf(taken.records, keys))}
                />
              ) : (
                <EventForm
                  key={`${form} ${cursor}`}
                  title={
                    form === "edit"
                      ? eventFormWords.edit(showHidden(event?.type ?? ""))
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
    </div>
  );
}

function eventOf(record: RawRecord): Template | null {
  const read = readRecord(record);
  return "event" in read ? { type: read.event.type, data: read.event.data } : null;
}
