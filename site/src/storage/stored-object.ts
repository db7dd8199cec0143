import { prefix } from "./local-storage.ts";

/**
 * The object that the browser stores under a name, merged over `fresh`, which has a value for every member. A private
 * window or a full disk refuses storage; then the page works without it.
 */
export function readStored<T extends object>(name: string, fresh: T): T {
  try {
    const text = localStorage.getItem(prefix + name);
    return text ? { ...fresh, ...(JSON.parse(text) as Partial<T>) } : fresh;
  } catch {
    return fresh;
  }
}

/** Stores a change, announces it to the page (event `offset-zero:memory`), and returns the whole object. */
export function writeStored<T extends object>(name: string, fresh: T, change: Partial<T>): T {
  const next = { ...readStored(name, fresh), ...change };
  try {
    localStorage.setItem(prefix + name, JSON.stringify(next));
  } catch {
    return next;
  }
  dispatchEvent(new CustomEvent("offset-zero:memory", { detail: name }));
  return next;
}
