// Design 1: a table whose row is overwritten. This one is finished.
type Row = { qty: number; shown: Record<string, number> };

export const applyNaive = {
  initialView(): Row {
    return { qty: 1, shown: {} };
  },
  project(row: Row, event: BrowserEvent): Row {
    switch (event.type) {
      case "CartShown": // the shop reads the row and sends it to a browser
        return { ...row, shown: { ...row.shown, [event.data.to]: row.qty } };
      case "ButtonPressed": {
        const { by, change } = event.data;
        return { ...row, qty: row.shown[by] + change };
      }
      default:
        return row; // every other event: nothing changes
    }
  },
};

// Design 2: the row has a version. A save from an old page is refused.
type Page = { qty: number; version: number };
type VersionedRow = {
  qty: number;
  version: number;
  shown: Record<string, Page>;
  refused: string[];
};

export const applyWithVersion = {
  initialView(): VersionedRow {
    return { qty: 1, version: 1, shown: {}, refused: [] };
  },
  project(row: VersionedRow, event: BrowserEvent): VersionedRow {
    switch (event.type) {
      case "CartShown": {
        const page = { qty: row.qty, version: row.version };
        return { ...row, shown: { ...row.shown, [event.data.to]: page } };
      }
      // starter: // 1. ButtonPressed: is the page of this person still the newest version?
      // starter: //    Yes: save qty plus change, and count the version up.
      // starter: //    No: add the person's name to refused.
      case "ButtonPressed": {
        const { by, change } = event.data;
        const page = row.shown[by];
        if (page.version !== row.version) return { ...row, refused: [...row.refused, by] };
        return { ...row, qty: page.qty + change, version: row.version + 1 };
      }
      // end starter
      default:
        return row;
    }
  },
};

// Design 3: no row. The shop appends what happened, and qty is the sum.
type Entry = { by: string; change: number };
type CartLog = { entries: Entry[]; qty: number };

export const applyAsEvents = {
  initialView(): CartLog {
    return { entries: [], qty: 1 };
  },
  project(log: CartLog, event: BrowserEvent): CartLog {
    switch (event.type) {
      // starter: // 2. ButtonPressed: append an entry, and add its change to qty.
      case "ButtonPressed": {
        const { by, change } = event.data;
        return { entries: [...log.entries, { by, change }], qty: log.qty + change };
      }
      // end starter
      default:
        return log;
    }
  },
};
