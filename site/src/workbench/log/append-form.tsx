import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { type NewEvent, type Position, readRecord } from "../../../../engine/fold/event.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { Json } from "../../../../engine/fold/json.ts";
import { ownEventBytes, withoutLearner } from "../../../../engine/protocol/learner-topics.ts";
import { addEventType, type EventTypesOfLog } from "../../../../engine/shapes/event-types-of-log.ts";
import { emptyObjectText, typeText } from "../../../../engine/shapes/typescript-declaration.ts";
import { appendWords } from "../../../../language/english/log-panel.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { HiddenCharactersLine } from "../hidden-characters-line.tsx";

interface AppendFormProps {
  payload: ExercisePayload;
  topic: string;
  recordKey: string;
  setKey(key: string): void;
  /** The id of what says where the key leads. */
  place: string;
  append(key: string, event: NewEvent): Promise<Position>;
}

/** One event to append: its key, type and data, begun from the last event of the type that the lesson's log has most often. Says where Kafka put it. */
export function AppendForm({ payload, topic, recordKey, setKey, place, append }: AppendFormProps) {
  const { examples, types } = useMemo(() => templatesOf(payload), [payload]);
  const first = useMemo(() => usualEvent(examples), [examples]);
  const [type, setType] = useState(first?.type ?? "");
  const [data, setData] = useState(JSON.stringify(first?.data ?? {}));
  const [answer, setAnswer] = useState<{ good: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const status = useRef<HTMLSpanElement>(null);
  // The form may be longer than its tab: the answer to the button comes into sight.
  useEffect(() => {
    if (answer) status.current?.scrollIntoView({ block: "nearest" });
  }, [answer]);

  const shape = types.get(type);
  const chooseType = (next: string) => {
    setType(next);
    const example = examples.findLast((event) => event.type === next);
    if (example) setData(JSON.stringify(example.data));
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    let parsed: Json;
    try {
      parsed = JSON.parse(data) as Json;
    } catch {
      return setAnswer({ good: false, text: appendWords.notJson });
    }
    // A message that is too large would end the connection, and with it whatever else is under way.
    const { length } = new TextEncoder().encode(recordKey + JSON.stringify({ type, data: parsed }));
    if (length > ownEventBytes) {
      return setAnswer({ good: false, text: appendWords.tooLarge(length, ownEventBytes) });
    }
    setBusy(true);
    try {
      const position = await append(recordKey, { type, data: parsed });
      setAnswer({
        good: true,
        text: appendWords.put(position, withoutLearner(position.topic)),
      });
    } catch (reason) {
      setAnswer({
        good: false,
        text: reason instanceof Error ? reason.message : appendWords.failed,
      });
    }
    setBusy(false);
  };

  return (
    <form className="wb-append" onSubmit={submit}>
      <label>
        {appendWords.key}
        <input
          required
          value={recordKey}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={place}
          onChange={(event) => setKey(event.target.value)}
        />
      </label>
      <label>
        {appendWords.type}
        <input
          required
          value={type}
          autoComplete="off"
          onChange={(event) => chooseType(event.target.value)}
        />
      </label>
      <fieldset className="wide wb-templates" aria-label={appendWords.templates}>
        {[...types.keys()].map((name) => (
          <button key={name} type="button" aria-pressed={name === type} onClick={() => chooseType(name)}>
            {showHidden(name)}
          </button>
        ))}
      </fieldset>
      <label className="wide">
        {appendWords.data}
        <textarea
          rows={2}
          value={data}
          spellCheck={false}
          onChange={(event) => setData(event.target.value)}
        />
      </label>
      <HiddenCharactersLine text={type} />
      <HiddenCharactersLine text={data} />
      {shape && <p className="wide wb-shape">{showHidden(describeData(type, typeText(shape.data)))}</p>}
      <div className="wb-row wide">
        <button type="submit" className="action wb-small" aria-disabled={busy}>
          {appendWords.append(topic)}
        </button>
        <span ref={status} role="status" className={answer ? (answer.good ? "good" : "bad") : ""}>
          <InlineCodeText text={answer?.text ?? ""} />
        </span>
      </div>
    </form>
  );
}

/** The lesson's events as examples, and the types that they are of. */
function templatesOf({ records }: ExercisePayload): { examples: NewEvent[]; types: EventTypesOfLog } {
  const types: EventTypesOfLog = new Map();
  const examples = records.flatMap((raw) => {
    const record = readRecord(raw);
    return "event" in record ? [{ type: record.event.type, data: record.event.data }] : [];
  });
  for (const example of examples) addEventType(types, example);
  return { examples, types };
}

/** The last event of the type that occurs most often: of all types the one that most likely makes sense by itself. */
function usualEvent(examples: NewEvent[]): NewEvent | undefined {
  const counts = Map.groupBy(examples, ({ type }) => type);
  const most = Math.max(...[...counts.values()].map(({ length }) => length));
  return examples.findLast(({ type }) => counts.get(type)?.length === most);
}

/** The data of an event type: as a TypeScript type, or that there is none. */
function describeData(type: string, data: string): string {
  return data === emptyObjectText ? appendWords.noData(type) : appendWords.shape(type, data);
}
