import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page's code has taken its HTML over: a button that would do nothing yet says so by being off. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
