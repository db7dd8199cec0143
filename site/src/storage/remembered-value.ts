import { prefix } from "./local-storage.ts";

/** What this browser kept under a name; undefined when there is nothing, or storage is switched off. */
export function readRemembered<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** Keeps a value in this browser. Without storage nothing happens: the page works, it only forgets. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Private windows and full disks refuse; there is nobody to tell.
  }
}
