import type { CSSProperties } from "react";
import { conveyorWords } from "../../language/english/conveyor.ts";
import { eventColour, eventSign } from "../event-colours.ts";
import { linesOfStep, type StateLine } from "./state-lines.ts";
import "./conveyor.css";

/** The record that has gone in. */
export interface ConveyorRecord {
  offset: number;
  type: string;
  /** Its data in a few characters, such as "pants 1". */
  words: string;
}

export interface FoldConveyorProps {
  /** Names the figure for a screen reader. */
  label: string;
  /** Null before the first record. */
  record: ConveyorRecord | null;
  /** The state's parts by name, before and after this record. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** What an empty state is called, such as "an empty cart". */
  empty?: string;
}

/** One step of a fold: a record and the state before enter `evolve`, and the state after comes out. */
export function FoldConveyor({ label, record, before, after, empty }: FoldConveyorProps) {
  // Another record is another journey: a new key begins the motion again.
  const journey = record?.offset ?? -1;
  const unchanged = Object.entries(before).map(([name, value]) => ({ name, value: String(value) }));
  return (
    <section className="conveyor" aria-label={label}>
      <div className="conveyor-line">
        <div className="conveyor-in">
          <Belt title={conveyorWords.before} lines={unchanged} empty={empty} />
          <div
            key={journey}
            className={`conveyor-record${record ? "" : " none"}`}
            style={record ? ({ "--event": eventColour(record.type) } as CSSProperties) : undefined}
          >
            <p className="conveyor-title">{conveyorWords.record}</p>
            {record ? <RecordWords record={record} /> : <p>{conveyorWords.noRecord}</p>}
          </div>
        </div>
        <Merge running={record !== null} journey={journey} />
        <p className="conveyor-evolve">
          <code>evolve</code>
        </p>
        <Onward running={record !== null} journey={journey} />
        <div className="conveyor-out" key={`out ${journey}`}>
          <Belt title={conveyorWords.after} lines={linesOfStep(before, after)} empty={empty} />
        </div>
      </div>
    </section>
  );
}

function RecordWords({ record: { offset, type, words } }: { record: ConveyorRecord }) {
  return (
    <>
      <p className="conveyor-type">
        <span className="conveyor-offset">
          <span className="sr-only">{conveyorWords.offset}</span>
          {offset}
        </span>{" "}
        <span aria-hidden="true">{eventSign(type)}</span> {type}
      </p>
      <p className="conveyor-words">{words}</p>
    </>
  );
}

interface BeltProps {
  title: string;
  lines: StateLine[];
  empty?: string | undefined;
}

function Belt({ title, lines, empty = conveyorWords.empty }: BeltProps) {
  return (
    <div className="conveyor-state">
      <p className="conveyor-title">{title}</p>
      {lines.length === 0 && <p className="conveyor-empty">{empty}</p>}
      {lines.length > 0 && (
        <dl>
          {lines.map(({ name, value, was, gone }) => (
            <div key={name} className={gone ? "gone" : was === undefined ? undefined : "changed"}>
              <dt>{name}</dt>
              <dd>
                {gone ? <s>{value}</s> : value}
                {gone && <span className="sr-only"> {conveyorWords.gone}</span>}
                {typeof was === "string" && <span className="conveyor-was">{conveyorWords.was(was)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

interface WayProps {
  running: boolean;
  journey: number;
}

/** Two belts that become one: the state from above, the record from below. */
function Merge({ running, journey }: WayProps) {
  return (
    <svg className="conveyor-way merge" viewBox="0 0 40 100" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 25 H10 Q20 25 20 37 V38 Q20 50 30 50 H40" />
      <path d="M0 75 H10 Q20 75 20 63 V62 Q20 50 30 50 H40" />
      {running && (
        <path
          key={journey}
          className="conveyor-moving"
          pathLength={1}
          d="M0 75 H10 Q20 75 20 63 V62 Q20 50 30 50 H40"
        />
      )}
    </svg>
  );
}

function Onward({ running, journey }: WayProps) {
  return (
    <svg className="conveyor-way onward" viewBox="0 0 40 20" aria-hidden="true">
      <path d="M0 10 H36" />
      {running && <path key={journey} className="conveyor-moving late" pathLength={1} d="M0 10 H36" />}
      <path d="M30 4 L37 10 L30 16" />
    </svg>
  );
}
