// solution: Row, applyNaive

// solution: Page, VersionedRow

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
      case "ButtonPressed": {
        const { by, change } = event.data;
        // order
        const page = row.shown[by];
        const page = row; // decoy
        if (page.version !== row.version)
          // joined
          return { ...row, refused: [...row.refused, by] };
        if (page.qty !== row.qty)
          // joined
          return { ...row, refused: [...row.refused, by] }; // decoy
        return { ...row, qty: page.qty + change, version: row.version + 1 };
        return { ...row, qty: page.qty + change }; // decoy
        // end of order
      }
      default:
        return row;
    }
  },
};

// solution: Entry, CartLog, applyAsEvents
