import { useState } from "react";
import { labWords } from "../../../language/english/labs.ts";
import { useStore } from "../ui/use-store.ts";
import type { LabStore } from "./lab-store.ts";

/** What is shown of an event's data, in characters. */
const shownCharacters = 400;

/** The events that the lab's screen is folded from, as they came. */
export function LabEvents({ lab }: { lab: LabStore }) {
  const events = useStore(lab.$events);
  const [open, setOpen] = useState(false);
  return (
    <details className="lab-events" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{labWords.events((events.at(-1)?.index ?? -1) + 1)}</summary>
      {open && (
        <>
          <p className="lab-soft">
            {labWords.eventsSay} {(events[0]?.index ?? 0) > 0 && labWords.earlier}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
          <ol tabIndex={0} aria-label={labWords.events(events.length)}>
            {events.map(({ index, at, event: { type, data } }) => (
              <li key={index} value={index}>
                <time dateTime={new Date(at).toISOString()}>{timeOf(at)}</time> <b>{type}</b>{" "}
                <code>{shortened(JSON.stringify(data))}</code>
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}

const timeOf = (at: number) => new Date(at).toISOString().slice(11, 23);

function shortened(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
