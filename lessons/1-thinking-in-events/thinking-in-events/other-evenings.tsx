import { wordsOf } from "./narration.ts";
import { evenings } from "./other-evenings.ts";
import { fareOf, rideAfter } from "./ride-events.ts";

/** Logs that all end in the state that is left: nothing in it says which of them was there. */
export function OtherEvenings() {
  return (
    <section className="ride-evenings" aria-labelledby="ride-evenings">
      <h4 id="ride-evenings">Three of the logs that end in this state</h4>
      <ol>
        {evenings.map(({ says, events }) => {
          const { status, driver, fareCents } = rideAfter(events);
          return (
            <li key={says}>
              <strong>{says}</strong>{" "}
              {events.map((event) => `${event.type} ${wordsOf(event)}`.trim()).join(", ")}. At the end:{" "}
              {status}, {driver}, {fareOf(fareCents ?? 0)}.
            </li>
          );
        })}
      </ol>
      <p>
        Which one was Ana’s evening? You know it because she told you. The state does not know it, and no
        program can compute it.
      </p>
    </section>
  );
}
