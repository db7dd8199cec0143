import { showHidden } from "../../engine/fold/hidden-characters.ts";
import type { Json } from "../../engine/fold/json.ts";
import { mark, seats as words } from "../../language/english/views.ts";
import { type Seat, type SeatStatus, seatPlan, seatsOf } from "./seat-plan.ts";

export interface SeatsViewProps {
  state: Json;
  /** The state before this step; when it is given, the seats that changed are marked. */
  before?: Json;
}

const signs: Record<SeatStatus, string> = { free: "○", held: "◐", sold: "●", other: "?" };

/** A plan of seats in rows: free, held or sold by sign and word, those that changed marked. Draws any state. */
export function SeatsView({ state, before }: SeatsViewProps) {
  if (seatsOf(state) === null) {
    return (
      <p className="seats-none">
        {words.none} <code>seats</code>.
      </p>
    );
  }
  const rows = seatPlan(state, before);
  if (rows.length === 0) return <p className="seats-none">{words.empty}</p>;
  const all = rows.flatMap(({ seats }) => seats);
  const count = (status: SeatStatus) => all.filter((seat) => seat.status === status).length;
  return (
    <div className="seats">
      <p className="seats-counts">{words.counts(count("free"), count("held"), count("sold"))}</p>
      {rows.map(({ name, seats }) => (
        <ul key={name} className="seats-row" aria-label={words.row(showHidden(name))}>
          {seats.map((seat) => (
            <OneSeat key={seat.name} seat={seat} />
          ))}
        </ul>
      ))}
    </div>
  );
}

function OneSeat({ seat: { name, status, was, who, changed } }: { seat: Seat }) {
  return (
    <li className={`seat ${status}${changed ? " changed" : ""}`}>
      <span className="seat-name">{showHidden(name)}</span>
      <span className="seat-status">
        <span aria-hidden="true">{signs[status]}</span> {words.status[status]}
      </span>
      {who && <span className="seat-who">{showHidden(who)}</span>}
      {changed && was !== status && <span className="seat-was">{mark.was(words.status[was])}</span>}
    </li>
  );
}
