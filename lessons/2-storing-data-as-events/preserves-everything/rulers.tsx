import { eventColour, eventSign } from "../../../figures/event-colours.ts";
import { clock, type PhoneRecord, phoneLog, wordsOf } from "./phone-log.ts";

/** The first and the last minute of the axes. */
export const from = 17 * 60 + 35;
export const to = 18 * 60 + 35;

const width = 640;
const edge = 24;
const recordedY = 60;
const happenedY = 178;
const x = (minute: number) => edge + ((minute - from) / (to - from)) * (width - 2 * edge);
const ticks = [1060, 1070, 1080, 1090, 1100, 1110];

/** Every record on two axes: when Kafka got it, and when it happened. A line joins the two; a slanted one is a late record. */
export function Rulers({ minute }: { minute: number }) {
  return (
    <svg
      className="two-rulers"
      viewBox={`0 0 ${width} 240`}
      role="img"
      aria-label="Six records on two time axes. All have the same place on both, but the hat: it happened at 17:50, and Kafka got it at 18:20."
    >
      <Axis y={recordedY} label="when Kafka got the record (timestamp)" below={false} />
      <Axis y={happenedY} label="when it happened (occurredAt)" below />
      <path className="cursor" d={`M${x(minute)} ${recordedY - 22} V${happenedY + 22}`} />
      {phoneLog.map((record) => (
        <RecordOnAxes key={record.offset} record={record} minute={minute} />
      ))}
    </svg>
  );
}

function Axis({ y, label, below }: { y: number; label: string; below: boolean }) {
  return (
    <g className="axis">
      <path d={`M${edge - 12} ${y} H${width - edge + 12}`} />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={below ? y + 30 : y - 18} textAnchor="middle">
          {clock(tick)}
        </text>
      ))}
      <text x={edge - 12} y={below ? y + 52 : y - 40}>
        {label}
      </text>
    </g>
  );
}

function RecordOnAxes({ record, minute }: { record: PhoneRecord; minute: number }) {
  const { offset, type, recorded, happened } = record;
  const late = recorded !== happened;
  const mark = (at: number, y: number) => (
    <g className={at <= minute ? "counts" : "later"} style={{ color: eventColour(type) }}>
      <circle cx={x(at)} cy={y} r={11} />
      <text x={x(at)} y={y + 4} textAnchor="middle">
        {offset}
      </text>
    </g>
  );
  return (
    <g>
      <path
        className={late ? "joins late" : "joins"}
        d={`M${x(recorded)} ${recordedY + 11} L${x(happened)} ${happenedY - 11}`}
      />
      {mark(recorded, recordedY)}
      {mark(happened, happenedY)}
      <title>{`offset ${offset}, ${wordsOf(record)} ${eventSign(type)}`}</title>
    </g>
  );
}
