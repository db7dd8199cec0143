import type { Json } from "../../../../engine/fold/json.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";

/** What is shown of a state, in characters. */
const shownCharacters = 2_000;

/** A state with its name; undefined where the fold stopped before it. */
export function StateText({ name, state }: { name: string; state: Json | undefined }) {
  const text = state === undefined ? words.none : JSON.stringify(state);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text}</code>
      </dd>
    </div>
  );
}
