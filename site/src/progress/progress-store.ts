import { prefix } from "../storage/local-storage.ts";
import { bounds } from "./log-limits.ts";
import type { ProgressRecord } from "./progress-event.ts";

/**
 * Where the log of a learner's progress lies. Two stores are brought together by uniting their records (merge-progress-logs.ts): each
 * has an id of its own, so that it does not matter who was asked first, or how often.
 */
export interface ProgressStore {
  /** In the order in which they were appended. */
  read(): ProgressRecord[];
  append(records: ProgressRecord[]): void;
  /** Puts these in the place of all there are: after a compaction, an import or a clearing. */
  replace(records: ProgressRecord[]): void;
}

const name = `${prefix}progress`;

/** One record a line, as in the exported file. Where storage is refused the log is empty and stays so. */
export const browserStore: ProgressStore = {
  read: () => readStoredLog().split("\n").flatMap(recordIn),
  append(records) {
    const text = readStoredLog() + records.map(lineOf).join("");
    storeLog(text);
    if (text.length > bounds.characters || text.split("\n").length > bounds.records) {
      void import("./compact-log.ts").then(({ compactLog }) => this.replace(compactLog(this.read())));
    }
  },
  replace(records) {
    storeLog(records.map(lineOf).join(""));
  },
};

const lineOf = (record: ProgressRecord) => `${JSON.stringify(record)}\n`;

/** A line that cannot be read, say of a version to come, is left out. */
function recordIn(line: string): ProgressRecord[] {
  try {
    const record = JSON.parse(line) as ProgressRecord;
    return record.event?.metadata?.id ? [record] : [];
  } catch {
    return [];
  }
}

function readStoredLog(): string {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function storeLog(text: string): void {
  try {
    localStorage.setItem(name, text);
    dispatchEvent(new CustomEvent("offset-zero:memory", { detail: "progress" }));
  } catch {
    // A private window or a full disk: the page works, it only forgets.
  }
}
