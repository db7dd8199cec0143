import type { ReadableAtom } from "nanostores";
import { useSyncExternalStore } from "react";

/**
 * A store's value, or the part of it that `select` returns: the component renders again only when that changes. It replaces
 * `@nanostores/react`, which is four times as large because it also reads paths into a value.
 */
export function useStore<Value>($store: ReadableAtom<Value>): Value;
export function useStore<Value, Part>($store: ReadableAtom<Value>, select: (value: Value) => Part): Part;
export function useStore<Value>($store: ReadableAtom<Value>, select?: (value: Value) => unknown): unknown {
  const read = () => (select ? select($store.get()) : $store.get());
  return useSyncExternalStore($store.listen, read, read);
}
