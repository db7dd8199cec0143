/** A value that survives `JSON.stringify` and `JSON.parse` unchanged: what events and states are made of. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Equality of JSON values. The order of an object's keys does not count. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** A number in JSON text that JavaScript may write otherwise: a negative zero, or one with an exponent. */
const unusualNumber = /[[,:\s](?:-0|-?\d[\d.]*[eE])/;

/** Whether `plainNumbers` may change this text, or any of the texts that it holds one after the other. */
export const mayHaveUnusualNumbers = (text: string): boolean => unusualNumber.test(text);

/**
 * The same JSON text with numbers as JavaScript writes them: `-0` is 0, and one past the largest number is null. Text
 * that is no JSON stays as it is.
 */
export function plainNumbers(text: string): string {
  if (!mayHaveUnusualNumbers(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
