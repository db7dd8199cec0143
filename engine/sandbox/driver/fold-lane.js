/**
 * The fold lane: many records in one call, nothing frozen, states written out at keyframes only. Records come in
 * columns (see fold/columnar-batch.ts).
 */
import { answer } from "./answers.js";
import { create, Float64ArrayOf, MapOf, mapGet, mapSet, parse, sliceOf, stringify } from "./built-ins.js";
import { evolve, exported, initialStateOf } from "./exported.js";
import { keep, maximum } from "./host.js";
import { bad, read } from "./reading.js";
import { eventOf } from "./record-event.js";
import { breakpoint, breakpointHolds, stateOrViews, watched, watchedList } from "./watches.js";

/** What one call of `keep` takes at most, and one state more. */
const charactersPerCall = 256 * 1024;

/** By name of the read model: its states by key, each an entry of the linked list of changed ones. */
const views = create(null);
let viewNames, byKey;
let firstChanged = null;
let lastChanged = null;
/** What was folded last, for watches. */
let lastEvent;
let lastSlot = "";
let lastKey = null;
/** How often the breakpoint was reported. */
let breaksReported = 0;
/** How many states were written so far: each has its number from the first time on. */
let written = 0;

function entryOf(view, key) {
  const states = views[view];
  let entry = mapGet(states, key);
  if (entry === undefined) {
    const state = initialStateOf(view);
    entry = { view, key, state, number: -1, changed: false, next: null, held: false };
    mapSet(states, key, entry);
  }
  return entry;
}

function keepState(entry, state) {
  // What else is wrong with a state is found at the next keyframe.
  if (state === undefined) bad("is undefined", null);
  entry.state = state;
  if (entry.changed) return;
  entry.changed = true;
  if (lastChanged === null) firstChanged = entry;
  else lastChanged.next = entry;
  lastChanged = entry;
}

function statesIn(slot) {
  return stateOrViews(viewNames, (view) => entryOf(view, slot).state);
}

/** Whether the breakpoint holds from this step on. */
function beginsToHold(slot, before, event, key) {
  const entry = entryOf(viewNames[0], slot);
  const held = breakpointHolds(statesIn(slot), before, event, key);
  const begins = held && !entry.held;
  entry.held = held;
  return begins;
}

export const lane = {
  /** Says how the fold goes; the module must be open. */
  openLane(names, keyed) {
    return answer(() => {
      viewNames = parse(names);
      byKey = keyed;
      for (let i = 0; i < viewNames.length; i++) views[viewNames[i]] = new MapOf();
      return "=true";
    });
  },
  /** The state of a key is the one that was kept: what was folded before it is not folded again. */
  restoreState(view, key, state) {
    return answer(() => {
      entryOf(view, key).state = parse(state);
      return "=true";
    });
  },
  /**
   * Folds a batch. Answers how many records it skipped and at which events of it the breakpoint began to hold, each with
   * the events of the batch before it. columns[0] is the number of the record in work, for the host to read whatever
   * happens.
   */
  foldBatch(topic, keys, values, buffer, count) {
    return answer(() => {
      const columns = new Float64ArrayOf(buffer);
      let keyAt = 0;
      let valueAt = 0;
      let skipped = 0;
      let breaks = "";
      for (let i = 0; i < count; i++) {
        columns[0] = i;
        const at = 1 + i * 5;
        const keyLength = columns[at + 3];
        const valueLength = columns[at + 4];
        let key = null;
        if (keyLength >= 0) {
          key = sliceOf(keys, keyAt, keyAt + keyLength);
          keyAt += keyLength;
        }
        let event = null;
        if (valueLength >= 0) {
          const value = sliceOf(values, valueAt, valueAt + valueLength);
          valueAt += valueLength;
          event = eventOf(topic, columns[at], columns[at + 1], columns[at + 2], key, value);
        }
        if (event === null) {
          skipped++;
          continue;
        }
        const slot = byKey && key !== null ? key : "";
        const breaking = breakpoint !== null && breaksReported < maximum.laneBreaks;
        const before = breaking ? statesIn(slot) : null;
        for (let v = 0; v < viewNames.length; v++) {
          const view = viewNames[v];
          const entry = entryOf(view, slot);
          keepState(
            entry,
            view === "" ? evolve(entry.state, event) : exported[view].project(entry.state, event),
          );
        }
        if (breaking && beginsToHold(slot, before, event, key)) {
          breaksReported++;
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
  /** Hands the host every state that changed since the last time, in that order, each checked as a state is. */
  writeChanged() {
    return answer(() => {
      let numbers = "";
      let lengths = "";
      let texts = "";
      let names = "";
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
        numbers = "";
        lengths = "";
        texts = "";
        names = "";
      }
      return "=true";
    });
  },
};
