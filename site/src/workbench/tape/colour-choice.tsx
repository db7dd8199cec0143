import type { ColourBy } from "../../../../figures/lane/lane-card.ts";
import { overview } from "../../../../language/english/lane.ts";

/** Whether the colour of a card tells the event's type or the record's key. */
export function ColourChoice({ by, choose }: { by: ColourBy; choose(by: ColourBy): void }) {
  return (
    <fieldset className="wb-colours" aria-label={overview.colours}>
      <span aria-hidden="true">{overview.colours}</span>
      {(["type", "key"] as const).map((each) => (
        <button key={each} type="button" aria-pressed={by === each} onClick={() => choose(each)}>
          {overview.colourBy[each]}
        </button>
      ))}
    </fieldset>
  );
}
