import { atom } from "nanostores";
import type { DividerPlace } from "./divider-place.ts";

/** The name under which the browser stores where the divider is. TextAndWorkbench.astro reads it before the first paint. */
export const dividerKey = "layout";

/** Where the divider of this page is. Its script in divider.ts is the one that moves it. */
export const $dividerPlace = atom<DividerPlace>({ stop: "split" });
