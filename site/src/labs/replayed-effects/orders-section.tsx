import { useState } from "react";
import type { Inbox } from "../../../../engine/labs/replayed-effects/inbox.ts";
import { shownOrdersTopic } from "../../../../engine/labs/replayed-effects/topic-names.ts";
import type { LoggedRecord } from "../../../../engine/labs/topics/topic-logs.ts";
import { eventColour, eventSign } from "../../../../figures/event-colours.ts";
import { replayedEffectsWords as words } from "../../../../language/english/replayed-effects-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { ReplayedEffectsStore } from "./replayed-effects-store.ts";

interface OrdersSectionProps {
  lab: ReplayedEffectsStore;
  records: LoggedRecord[];
  inbox: Inbox;
}

/** What can be done, and the topic with the mails of each of its records. */
export function OrdersSection({ lab, records, inbox }: OrdersSectionProps) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const [guard, setGuard] = useState(false);
  const off = !live || busy;
  return (
    <section aria-labelledby="effects-orders">
      <h2 id="effects-orders">{words.orders}</h2>
      <p className="lab-lead">{words.ordersLead}</p>
      <p className="effects-actions">
        {[1, 2].map((count) => (
          <button
            key={count}
            type="button"
            className="action"
            disabled={off}
            onClick={() => void lab.send("PlaceOrders", { count })}
          >
            {words.place(count)}
          </button>
        ))}
        <button
          type="button"
          className="action quiet"
          title={words.runSays}
          disabled={off || records.length === 0}
          onClick={() => void lab.send("RunMailer", { guard })}
        >
          {words.run}
        </button>
        <button
          type="button"
          className="action quiet"
          title={words.replaySays}
          disabled={off || records.length === 0}
          onClick={() => void lab.send("ReplayMailer", { guard })}
        >
          {words.replay}
        </button>
      </p>
      <label className="effects-guard">
        <input type="checkbox" checked={guard} onChange={(event) => setGuard(event.currentTarget.checked)} />{" "}
        {words.guard}
      </label>
      {records.length === 0 && <p className="lab-soft">{words.none}</p>}
      <ol className="effects-tape" aria-label={words.tape(shownOrdersTopic)}>
        {records.map(({ offset, type, key }) => (
          <li key={offset}>
            <small>{words.position(offset)}</small>
            <span>
              <span aria-hidden="true" style={{ color: eventColour(type ?? "") }}>
                {eventSign(type ?? "")}
              </span>{" "}
              {type}
            </span>
            <code>{key}</code>
            <strong>{words.mailsOf(inbox.mails.filter((mail) => mail.offset === offset).length)}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
