import { choices as words } from "../../../language/english/playground.ts";
import { viewNames } from "../exercise/view-names.ts";
import { loadTape, withTape } from "./load-on-demand.ts";
import type { Choices } from "./playground-log.ts";

/** What the code is, how many states it makes, and how they are drawn. Each choice folds the log again. */
export function ChoiceFields({ choices: { entry, scope, view } }: { choices: Choices }) {
  const choose = (part: Partial<Choices>) => withTape((tape) => tape.choose(part));
  return (
    // Who comes to a field is about to choose.
    <fieldset className="pg-choices" onFocus={() => void loadTape().catch(() => {})}>
      <legend>{words.title}</legend>
      <Choice
        label={words.kind}
        names={words.kinds}
        value={entry.kind}
        choose={(kind) => choose({ entry: { kind: kind as Choices["entry"]["kind"] } })}
      />
      <Choice
        label={words.scope}
        names={words.scopes}
        value={scope}
        choose={(name) => choose({ scope: name as Choices["scope"] })}
      />
      <Choice
        label={words.view}
        names={Object.fromEntries(viewNames.map((name) => [name, words.views[name]]))}
        value={view}
        choose={(name) => choose({ view: name as Choices["view"] })}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  /** What each value is called. */
  names: Record<string, string>;
  value: string;
  choose(value: string): void;
}

function Choice({ label, names, value, choose }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {Object.entries(names).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
