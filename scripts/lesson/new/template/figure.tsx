import { useId, useState } from "react";
import { eventTypes } from "./event-types.ts";

/** The events up to a place that the reader chooses. */
export default function Figure() {
  const id = useId();
  const [shown, setShown] = useState(1);
  return (
    <figure>
      <label htmlFor={id}>Events so far</label>{" "}
      <input
        id={id}
        type="range"
        min={0}
        max={eventTypes.length}
        value={shown}
        onChange={(event) => setShown(Number(event.target.value))}
      />{" "}
      <output htmlFor={id}>{shown}</output>
      <p>{eventTypes.slice(0, shown).join(", ") || "No event yet."}</p>
    </figure>
  );
}
