/**
 * The fold lane: many records in one call, nothing frozen, states written out at keyframes only. Records come in
 * columns (see fold/batch.ts); the events made of them are those of `readRecord`.
 */
export const foldLane = `
const views = create(null); /* by name: its states by key, each an entry of the list of changed ones */
let viewNames, byKey, firstChanged = null, lastChanged = null;
/* What was folded last, for watches; and how often the breakpoint was told. */
let lastEvent, lastSlot = "", lastKey = null, breaksTold = 0;
/* States that were written so far: each has its number from the first time on. */
let written = 0;
/* What one call of keep takes at most, and one state more. */
const charactersPerCall = 256 * 1024;

/* The event of one record, null where the value is none. */
function eventOf(topic, partition, offset, timestamp, key, text) {
  let parsed;
  try {
    parsed = parse(text);
  } catch (thrown) {
    if (getPrototypeOf(thrown) === syntaxErrorPrototype) return null;
    throw thrown;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  /* A list has neither type nor data. */
  const { type, data } = parsed;
  if (typeof type !== "string" || type === "") return null;
  if (data === undefined && !hasOwn(parsed, "data")) return null;
  if (timestamp > 8.64e15 || timestamp < -8.64e15) return null;
  const given = typeof parsed.metadata === "object" && parsed.metadata !== null ? parsed.metadata : nothing;
  const { id, version, occurredAt, causationId, correlationId } = given;
  const metadata = {
    id: typeof id === "string" ? id : topic + "-" + partition + "@" + offset,
    version: typeof version === "number" ? version : 1,
    occurredAt: typeof occurredAt === "string" ? occurredAt : isoOf(new DateOf(timestamp)),
  };
  if (typeof causationId === "string") metadata.causationId = causationId;
  if (typeof correlationId === "string") metadata.correlationId = correlationId;
  metadata.key = key;
  metadata.position = { topic, partition, offset };
  metadata.timestamp = timestamp;
  return { type, data, metadata };
}

function entryOf(view, key) {
  const states = views[view];
  let entry = mapGet(states, key);
  if (entry === undefined) {
    const state = view === "" ? exported.initialState() : exported[view].initialView();
    entry = { view, key, state, number: -1, changed: false, next: null, held: false };
    mapSet(states, key, entry);
  }
  return entry;
}

function keepState(entry, state) {
  /* What else is wrong with a state is found at the next keyframe. */
  if (state === undefined) bad("is undefined", null);
  entry.state = state;
  if (entry.changed) return;
  entry.changed = true;
  if (lastChanged === null) firstChanged = entry;
  else lastChanged.next = entry;
  lastChanged = entry;
}

function statesIn(slot) {
  return whole(viewNames, (view) => entryOf(view, slot).state);
}

/* Whether the breakpoint holds from this step on. */
function beginsToHold(slot, before, event, key) {
  const entry = entryOf(viewNames[0], slot);
  const held = holds(statesIn(slot), before, event, key);
  const begins = held && !entry.held;
  entry.held = held;
  return begins;
}

const lane = {
  /* Says how the fold goes; the module must be open. */
  openLane(names, keyed) {
    return answer(() => {
      viewNames = parse(names);
      byKey = keyed;
      for (let i = 0; i < viewNames.length; i++) views[viewNames[i]] = new MapOf();
      return "=true";
    });
  },
  /* Folds a batch and answers how many records it skipped and at which events of it the breakpoint began to hold, each
     with the events of the batch before it. columns[0] is the number of the record in work, for the host to read whatever happens. */
  foldBatch(topic, keys, values, buffer, count) {
    return answer(() => {
      const columns = new Numbers(buffer);
      let keyAt = 0, valueAt = 0, skipped = 0, breaks = "";
      for (let i = 0; i < count; i++) {
        columns[0] = i;
        const at = 1 + i * 5;
        const keyLength = columns[at + 3], valueLength = columns[at + 4];
        const key = keyLength < 0 ? null : sliceOf(keys, keyAt, keyAt += keyLength);
        const event = valueLength < 0 ? null
          : eventOf(topic, columns[at], columns[at + 1], columns[at + 2], key, sliceOf(values, valueAt, valueAt += valueLength));
        if (event === null) { skipped++; continue; }
        const slot = byKey && key !== null ? key : "";
        const breaking = breakpoint !== null && breaksTold < maximum.laneBreaks;
        const before = breaking ? statesIn(slot) : null;
        for (let v = 0; v < viewNames.length; v++) {
          const view = viewNames[v];
          const entry = entryOf(view, slot);
          keepState(entry, view === "" ? evolve(entry.state, event) : exported[view].project(entry.state, event));
        }
        if (breaking && beginsToHold(slot, before, event, key)) {
          breaksTold++;
          breaks += (breaks === "" ? "[" : ",[") + i + "," + (i - skipped) + "]";
        }
        if (watched.length === 0) continue;
        lastEvent = event;
        lastSlot = slot;
        lastKey = key;
      }
      return "=[" + skipped + ",[" + breaks + "]]";
    });
  },
  watchedInLane() {
    return answer(() => "=" + watchedList(statesIn(lastSlot), undefined, lastEvent, lastKey));
  },
  /* Hands the host every state that changed since the last time, in that order, each checked as a state is. */
  writeChanged() {
    return answer(() => {
      let numbers = "", lengths = "", texts = "", names = "";
      while (firstChanged !== null) {
        const entry = firstChanged;
        const text = read(entry.state, false);
        if (entry.number < 0) {
          entry.number = written++;
          names += (names === "" ? "[" : ",[") + stringify(entry.view) + "," + stringify(entry.key) + "]";
        }
        numbers += (numbers === "" ? "" : ",") + entry.number;
        lengths += (lengths === "" ? "" : ",") + text.length;
        texts += text;
        entry.changed = false;
        firstChanged = entry.next;
        entry.next = null;
        if (firstChanged === null) lastChanged = null;
        else if (texts.length < charactersPerCall) continue;
        keep(names, numbers, lengths, texts);
        numbers = lengths = texts = names = "";
      }
      return "=true";
    });
  },
};
`;
