import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { Watched } from "../../../../engine/fold/trace.ts";
import { watch as words } from "../../../../language/english/watch-expressions.ts";

/** A value as a table shows it: texts without quotes, of an error its reason. */
export function formatWatched(watched: Watched | undefined): string {
  if (!watched) return "";
  if ("error" in watched) return showHidden(watched.error);
  return showHidden("text" in watched ? watched.text : String(watched.value));
}

export const isError = (watched: Watched | undefined) => watched !== undefined && "error" in watched;

/** The numbers of a series, null where there is none at a step; null when it is no series of numbers. */
export function numbersOf(series: Watched[]): (number | null)[] | null {
  const numbers = series.map((each) =>
    "value" in each && typeof each.value === "number" ? each.value : null,
  );
  const others = series.some(
    (each) => "text" in each || ("value" in each && each.value !== null && typeof each.value !== "number"),
  );
  return others || numbers.every((number) => number === null) ? null : numbers;
}

/** Neighbouring steps with one value: the value and how many steps it lasts. */
export interface StepRange {
  from: number;
  length: number;
  value: string;
  error: boolean;
}

export function stretchesOf(series: Watched[]): StepRange[] {
  const found: StepRange[] = [];
  for (const [from, each] of series.entries()) {
    const value = formatWatched(each);
    const error = isError(each);
    const last = found.at(-1);
    if (last && last.value === value && last.error === error) last.length++;
    else found.push({ from, length: 1, value, error });
  }
  return found;
}

/**
 * A step line through numbers, as a path in a box `width` wide and `height` high: each value lasts from its own step to
 * the next, gaps stay open. A series that never changes lies in the middle.
 */
export function stepLine(numbers: (number | null)[], width: number, height: number): string {
  const given = numbers.filter((number) => number !== null);
  const [min, max] = [least(given), most(given)];
  const pace = width / Math.max(1, numbers.length);
  const y = (value: number) =>
    round(max === min ? height / 2 : height - ((value - min) / (max - min)) * height);
  const path: string[] = [];
  let before: number | null = null;
  for (const [i, value] of numbers.entries()) {
    if (value !== null) {
      if (before === null) path.push(`M${round(i * pace)} ${y(value)}`);
      else if (value !== before) path.push(`V${y(value)}`);
      const next = numbers[i + 1];
      if (next !== value) path.push(`H${round((i + 1) * pace)}`);
    }
    before = value;
  }
  return path.join("");
}

/** What a chart shows, in words: how far the values range, the last one, where they first change. `placeOf` names a step. */
export function summary(series: Watched[], placeOf: (step: number) => string): string {
  const errors = series.filter(isError);
  const good = series.map((each, step) => ({ each, step })).filter(({ each }) => !isError(each));
  const first = good[0];
  const last = good.at(-1);
  const parts: string[] = [];
  if (first && last) {
    const numbers = numbersOf(good.map(({ each }) => each))?.filter((number) => number !== null);
    const values = new Set(good.map(({ each }) => formatWatched(each)));
    if (values.size === 1) parts.push(words.always(formatWatched(first.each)));
    else {
      const change = good.find(({ each }) => formatWatched(each) !== formatWatched(first.each));
      parts.push(
        numbers ? words.numbers(String(least(numbers)), String(most(numbers))) : words.values(values.size),
        words.last(formatWatched(last.each)),
        words.firstChange(placeOf(change?.step ?? 0)),
      );
    }
  }
  if (errors.length > 0) parts.push(words.errors(errors.length, series.length, formatWatched(errors[0])));
  return parts.join("; ");
}

// A spread of five thousand arguments is more than some engines take.
const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const round = (value: number) => Math.round(value * 100) / 100;
