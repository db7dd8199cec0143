import type { ReactNode } from "react";
import { whatIfWords } from "../../../../language/english/what-if.ts";
import type { CopiedRecord } from "./log-copy.ts";

interface RecordToolsProps {
  /** The record under the cursor; null where there is none, or none of the copy. */
  one: CopiedRecord | null;
  /** What it is called. */
  name: string;
  /** Whether its data can be changed: it is an event. */
  isEvent: boolean;
  carrying: boolean;
  skip(): void;
  again(): void;
  edit(): void;
  insert(): void;
  move(by: 1 | -1): void;
  carry(): void;
  putAtEnd(): void;
  canUndo: boolean;
  undo(): void;
  canStartAgain: boolean;
  startAgain(): void;
}

/**
 * What can be done with the record under the cursor, the same as by keys and by dragging; and the ways back: the last
 * change undone, or the copy as it was taken.
 */
export function RecordTools(props: RecordToolsProps) {
  const { one, name, isEvent, carrying } = props;
  if (carrying) {
    return (
      <div className="wi-tools carrying">
        <span>{whatIfWords.carrying}</span>
        <Tool onClick={props.putAtEnd}>{whatIfWords.putAtEnd}</Tool>
        <Tool onClick={props.carry}>{whatIfWords.drop}</Tool>
      </div>
    );
  }
  const gone = !one || one.skipped;
  const isMade = one !== null && (one.origin === null || one.again);
  return (
    <fieldset className="wi-tools" aria-label={one ? whatIfWords.tools(name) : whatIfWords.pick}>
      {!one && <span className="wb-soft">{whatIfWords.intro}</span>}
      {one && (
        <Tool onClick={props.skip}>
          {isMade ? whatIfWords.remove : one.skipped ? whatIfWords.takeIn : whatIfWords.skip}
        </Tool>
      )}
      {!gone && isEvent && <Tool onClick={props.edit}>{whatIfWords.edit}</Tool>}
      {!gone && <Tool onClick={props.again}>{whatIfWords.again}</Tool>}
      {!gone && <Tool onClick={() => props.move(-1)}>{whatIfWords.up}</Tool>}
      {!gone && <Tool onClick={() => props.move(1)}>{whatIfWords.down}</Tool>}
      {!gone && <Tool onClick={props.carry}>{whatIfWords.carry}</Tool>}
      <Tool onClick={props.insert}>{whatIfWords.insert}</Tool>
      <Tool off={!props.canUndo} onClick={props.undo}>
        {whatIfWords.undo}
      </Tool>
      <Tool off={!props.canStartAgain} onClick={() => props.canStartAgain && props.startAgain()}>
        {whatIfWords.startAgain}
      </Tool>
    </fieldset>
  );
}

function Tool({ off, onClick, children }: { off?: boolean; onClick(): void; children: ReactNode }) {
  return (
    <button type="button" className="action quiet wb-small" aria-disabled={off} onClick={onClick}>
      {children}
    </button>
  );
}
