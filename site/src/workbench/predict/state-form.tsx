import { useId, useState } from "react";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { Json } from "../../../../engine/fold/json.ts";
import { predictForm } from "../../../../language/english/predict-form.ts";
import { HiddenCharactersLine } from "../hidden-characters-line.tsx";
import { type Row, rowsOf, stateOf } from "./state-form-rows.ts";

interface StateFormProps {
  before: Json;
  /** The state as it is written; undefined while it is none. */
  change(state: Json | undefined): void;
}

/** A state to be changed: a line for each part of a small one, JSON text for others and for those who like it. */
export function StateForm({ before, change }: StateFormProps) {
  const [rows, setRows] = useState(() => rowsOf(before));
  const [text, setText] = useState(() => JSON.stringify(before, null, 2));
  const [asText, setAsText] = useState(rows === null);
  const label = useId();
  const write = (next: string) => {
    setText(next);
    change(parsed(next));
  };
  const setAll = (next: Row[]) => {
    setRows(next);
    const state = stateOf(next);
    setText(JSON.stringify(state, null, 2));
    change(state);
  };
  if (asText || !rows) {
    return (
      <>
        <label className="wb-label" htmlFor={label}>
          {predictForm.asJson}
        </label>
        <textarea
          id={label}
          className="wb-textarea wb-state-text"
          rows={Math.min(14, text.split("\n").length + 1)}
          value={text}
          spellCheck={false}
          onChange={(event) => write(event.target.value)}
        />
        <HiddenCharactersLine text={text} />
      </>
    );
  }
  return (
    <div className="wb-rows">
      {rows.map(({ path, text: value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two may have the same name for a moment
        <div className="wb-row-of" key={at}>
          <label htmlFor={`${label}${at}`}>{showHidden(path.join("."))}</label>
          <input
            id={`${label}${at}`}
            value={value}
            spellCheck={false}
            autoCapitalize="off"
            onChange={(event) => setAll(rows.with(at, { path, text: event.target.value }))}
          />
          <button
            type="button"
            className="wb-link"
            aria-label={predictForm.takeOutPart(showHidden(path.join(".")))}
            onClick={() => setAll(rows.toSpliced(at, 1))}
          >
            {predictForm.takeOut}
          </button>
        </div>
      ))}
      <HiddenCharactersLine text={text} />
      {rows.length === 0 && <p className="wb-soft">{predictForm.empty}</p>}
      <NewRow add={(path) => setAll([...rows.filter((row) => row.path.join(".") !== path), rowFor(path)])} />
      <button type="button" className="wb-link" onClick={() => setAsText(true)}>
        {predictForm.toJson}
      </button>
    </div>
  );
}

/** A part that the state does not have yet, by its name. */
function NewRow({ add }: { add(path: string): void }) {
  const [path, setPath] = useState("");
  const label = useId();
  return (
    <div className="wb-row-of">
      <label htmlFor={label}>{predictForm.newPart}</label>
      <input
        id={label}
        value={path}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => setPath(event.target.value)}
      />
      <button
        type="button"
        className="wb-link"
        aria-disabled={path.trim() === ""}
        onClick={() => {
          if (path.trim() === "") return;
          add(path.trim());
          setPath("");
        }}
      >
        {predictForm.add}
      </button>
    </div>
  );
}

const rowFor = (path: string): Row => ({ path: path.split("."), text: "1" });

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
