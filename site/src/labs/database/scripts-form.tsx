import { useId } from "react";
import { type Isolation, isolations, type Scripts } from "../../../../engine/labs/database/events.ts";
import { sessionNames } from "../../../../engine/labs/database/interleavings.ts";
import { databaseLimits } from "../../../../engine/labs/database/limits.ts";
import { examples } from "../../../../engine/labs/database/scripts.ts";
import { databaseLabWords as words } from "../../../../language/english/database-lab.ts";

interface ScriptsFormProps {
  scripts: Scripts;
  /** A recording is shown, or the lab is not open. */
  readOnly: boolean;
  busy: boolean;
  onChange(scripts: Scripts): void;
  onBegin(): void;
  onRunAll(): void;
}

/** The two scripts, their table and their isolation level; and what can be done with them. */
export function ScriptsForm({ scripts, readOnly, busy, onChange, onBegin, onRunAll }: ScriptsFormProps) {
  const id = useId();
  const example = examples.find(
    ({ setup, scripts: { A, B } }) =>
      setup === scripts.setup && A === scripts.scripts.A && B === scripts.scripts.B,
  );
  const choose = (chosen: string) => {
    const found = examples.find((each) => each.id === chosen);
    if (found) onChange({ setup: found.setup, scripts: found.scripts, isolation: scripts.isolation });
  };
  return (
    <form
      className="database-scripts"
      onSubmit={(event) => {
        event.preventDefault();
        onBegin();
      }}
    >
      <div className="database-choices">
        <label>
          {words.example}
          <select
            value={example?.id ?? ""}
            disabled={readOnly}
            onChange={(event) => choose(event.target.value)}
          >
            {!example && <option value="">…</option>}
            {examples.map((each) => (
              <option key={each.id} value={each.id}>
                {words.examples[each.id]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.isolation}
          <select
            value={scripts.isolation}
            disabled={readOnly}
            onChange={(event) => onChange({ ...scripts, isolation: event.target.value as Isolation })}
          >
            {isolations.map((isolation) => (
              <option key={isolation} value={isolation}>
                {words.isolations[isolation]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="database-columns">
        {sessionNames.map((session) => (
          <Sql
            key={session}
            label={words.script(session)}
            value={scripts.scripts[session]}
            readOnly={readOnly}
            describedBy={`${id}-gset`}
            onChange={(text) => onChange({ ...scripts, scripts: { ...scripts.scripts, [session]: text } })}
          />
        ))}
      </div>
      <p id={`${id}-gset`} className="lab-soft">
        {words.gsetSays}
      </p>
      <details>
        <summary>{words.setup}</summary>
        <Sql
          label={words.setupLabel}
          value={scripts.setup}
          readOnly={readOnly}
          onChange={(setup) => onChange({ ...scripts, setup })}
        />
      </details>
      <div className="database-actions">
        <button type="submit" className="action" disabled={readOnly || busy}>
          {words.begin}
        </button>
        <button type="button" className="action" disabled={readOnly || busy} onClick={onRunAll}>
          {words.everyOrder}
        </button>
      </div>
    </form>
  );
}

interface SqlProps {
  label: string;
  value: string;
  readOnly: boolean;
  describedBy?: string;
  onChange(text: string): void;
}

function Sql({ label, value, readOnly, describedBy, onChange }: SqlProps) {
  return (
    <label className="database-script">
      {label}
      <textarea
        value={value}
        readOnly={readOnly}
        aria-describedby={describedBy}
        rows={Math.min(10, Math.max(4, value.split("\n").length + 1))}
        maxLength={databaseLimits.scriptCharacters}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
