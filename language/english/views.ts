export const mark = {
  new: "new",
  gone: (was: string) => `gone, was ${was}`,
  was: (was: string) => `was ${was}`,
  taken: "taken out",
};

export const account = {
  none: "There is no account to draw: the state has no",
  or: "and no",
  empty: "No account yet.",
  balance: "Balance",
  name: "Account",
  change: (by: string) => `${by} at this step`,
  entries: (name: string) => `Entries: ${name}`,
};

export const seats = {
  none: "There are no seats to draw: the state has no",
  empty: "No seat is held or sold.",
  status: { free: "free", held: "held", sold: "sold", other: "unknown" },
  key: "Free, held, sold",
  counts: (free: number, held: number, sold: number) => `${sold} sold, ${held} held, ${free} free again`,
  row: (name: string) => (name === "" ? "Seats" : `Row ${name}`),
};

export const newsroom = {
  none: "There are no articles to draw: the state has no",
  empty: "No article yet.",
  section: "Section",
  version: (version: string) => `version ${version}`,
  untitled: "without a headline",
};

export const table = {
  none: "The state has no rows yet, so there is no table to show.",
  whole: "The state",
  name: "name",
  value: "value",
  place: "place",
  empty: "empty",
  more: (rows: number) => (rows === 1 ? "and one more row" : `and ${rows} more rows`),
  moreTables: (tables: number) => (tables === 1 ? "and one more table" : `and ${tables} more tables`),
};
