/** What the list of exercises can be filtered by. */
export const filterNames = ["concept", "kind", "difficulty", "progress"] as const;
export type FilterName = (typeof filterNames)[number];

/** A wanted value for each filter that is set. */
export type Filters = Partial<Record<FilterName, string>>;
/** The values an exercise has for each. */
export type FilterValues = Record<FilterName, string[]>;

/** Whether an exercise has every value that is wanted. */
export function matches(facts: FilterValues, wanted: Filters): boolean {
  return filterNames.every((name) => !wanted[name] || facts[name].includes(wanted[name]));
}

/** The filters that an address names, as in `?kind=reducer&difficulty=2`. */
export function filtersOf(search: string): Filters {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(
    filterNames.flatMap((name) => (asked.get(name) ? [[name, asked.get(name) as string]] : [])),
  );
}

/** The part of an address that names these filters; empty where none is set. */
export function searchOf(filters: Filters): string {
  const set = filterNames.flatMap((name) =>
    filters[name] ? [[name, filters[name]] as [string, string]] : [],
  );
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}
