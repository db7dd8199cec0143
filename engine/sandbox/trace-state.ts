import { isObject, type Json, type JsonObject } from "../fold/json.ts";
import { diff, type Operation, type Patch, partAt, pointerTo } from "../fold/json-patch.ts";

/** A part of the state that a step has written: the path to it, and its JSON text. */
export interface WrittenPart {
  path: string[];
  json: string;
}

/**
 * The state of a trace while it is folded. Objects that hold the states of keys or views are written in place, so that a
 * step costs what its key costs and not what all keys do; what `snapshot` gave is never changed again.
 */
export class TraceState {
  #state: Json = null;
  /** Made since the last snapshot, so nothing else refers to them. */
  #own = new WeakSet<JsonObject>();

  /** Takes a step's written parts in; the patch that leads from the state before to the state after. */
  advance(written: WrittenPart[]): Patch {
    const patch: Patch = [];
    for (const { path, json } of written) {
      // Text from the guest: parsed here, on the host. A text that is no JSON throws and ends the run as a fault.
      const after = JSON.parse(json) as Json;
      patch.push(...patchAt(path, partAt(this.#state, path), after));
      this.#state = this.#place(this.#state, path, after);
    }
    return patch;
  }

  snapshot(): Json {
    this.#own = new WeakSet();
    return this.#state;
  }

  #place(whole: Json, path: string[], value: Json): Json {
    const [key, ...rest] = path;
    if (key === undefined) return value;
    const inside = this.#owned(isObject(whole) ? whole : {});
    const part = this.#place(partAt(inside, [key]) ?? null, rest, value);
    // Defined and not assigned: a key named __proto__ is only a key.
    Object.defineProperty(inside, key, { value: part, configurable: true, enumerable: true, writable: true });
    return inside;
  }

  #owned(object: JsonObject): JsonObject {
    if (this.#own.has(object)) return object;
    const copy = { ...object };
    this.#own.add(copy);
    return copy;
  }
}

/** Only the written part is compared, so a step of a fold by key costs what its key costs. */
function patchAt(path: string[], before: Json | undefined, after: Json): Patch {
  const prefix = pointerTo(path);
  if (before === undefined) return [{ op: "add", path: prefix, value: after } satisfies Operation];
  return diff(before, after).map((operation) => ({ ...operation, path: prefix + operation.path }));
}
