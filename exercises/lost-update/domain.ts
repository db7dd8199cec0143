import type { BrowserEvent } from "./events.d.ts";

/** What a browser shows: the line as the versioned row had it. */
export interface Page {
  qty: number;
  version: number;
}

/** The page that somebody's browser still shows after these events, when a save from an old page is refused. */
export function pageOf(by: string, history: readonly BrowserEvent[]): Page {
  const row: Page = { qty: 1, version: 1 };
  const shown: Record<string, Page> = {};
  for (const event of history) {
    if (event.type === "CartShown") shown[event.data.to] = { ...row };
    else if (event.type === "ButtonPressed" && shown[event.data.by]?.version === row.version) {
      row.qty += event.data.change;
      row.version++;
    }
  }
  return shown[by] ?? row;
}
