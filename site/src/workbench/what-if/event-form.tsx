import { type FormEvent, useId, useState } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import { eventFormWords } from "../../../../language/english/what-if.ts";
import { HiddenCharactersLine } from "../hidden-characters-line.tsx";
import type { Template } from "./event-templates.ts";

interface EventFormProps {
  title: string;
  /** What it begins with. */
  event: Template;
  /** The key of an event that is put in; null where an event is edited, whose key stays. */
  eventKey: string | null;
  templates: Template[];
  save(event: Template, key: string): void;
  cancel(): void;
  /** Tells the workbench's polite live region. */
  say(text: string): void;
}

/** An event's type and data as JSON, begun from one of the exercise's. Says in a sentence what is not JSON. */
export function EventForm({ title, event, eventKey, templates, save, cancel, say }: EventFormProps) {
  const [type, setType] = useState(event.type);
  const [data, setData] = useState(JSON.stringify(event.data));
  const [problem, setProblem] = useState("");
  const id = useId();

  const chooseType = (next: string) => {
    // Data that nobody has touched follows the type.
    const before = templates.find((one) => one.type === type) ?? event;
    const template = templates.find((one) => one.type === next);
    if (template && (data === JSON.stringify(before.data) || data === "{}"))
      setData(JSON.stringify(template.data));
    setType(next);
  };
  const refuse = (why: string) => {
    setProblem(why);
    say(why);
  };
  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const key = String(new FormData(submitted.currentTarget).get("key") ?? "");
    if (type.trim() === "") return refuse(eventFormWords.noType);
    let parsed: Json;
    try {
      parsed = JSON.parse(data) as Json;
    } catch {
      return refuse(eventFormWords.noJson);
    }
    save({ type: type.trim(), data: parsed }, key);
  };

  return (
    <form
      className="wi-form"
      aria-label={title}
      onSubmit={submit}
      onKeyDown={(pressed) => pressed.key === "Escape" && cancel()}
    >
      <p className="wb-label">{title}</p>
      <div className="wi-fields">
        <label>
          {eventFormWords.type}
          <input
            list={`${id}-types`}
            value={type}
            autoComplete="off"
            ref={focusOnce}
            onChange={({ target }) => chooseType(target.value)}
          />
          <datalist id={`${id}-types`}>
            {templates.map((one) => (
              <option key={one.type} value={one.type} />
            ))}
          </datalist>
        </label>
        {eventKey !== null && (
          <label>
            {eventFormWords.key}
            <input name="key" defaultValue={eventKey} autoComplete="off" />
          </label>
        )}
        <label>
          {eventFormWords.data}
          <textarea
            rows={2}
            value={data}
            spellCheck={false}
            aria-invalid={problem !== ""}
            aria-describedby={problem ? `${id}-problem` : undefined}
            onChange={({ target }) => setData(target.value)}
          />
        </label>
      </div>
      <HiddenCharactersLine text={type} />
      <HiddenCharactersLine text={data} />
      {problem && (
        <p className="wi-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div className="wb-row">
        <button type="submit" className="action wb-small">
          {eventKey === null ? eventFormWords.save : eventFormWords.put}
        </button>
        <button type="button" className="action quiet wb-small" onClick={cancel}>
          {eventFormWords.cancel}
        </button>
      </div>
    </form>
  );
}

/** Whoever opened the form goes on in it. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
