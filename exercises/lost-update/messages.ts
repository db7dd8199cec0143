import type { Json } from "../../engine/fold/json.ts";
import { countInFigures } from "../cart-read-only/messages.ts";
import type { Page } from "./domain.ts";

/** "Sanjana" */
export const nameOf = (by: string) => by.charAt(0).toUpperCase() + by.slice(1);

/** "2 t-shirts" */
export const shirts = (qty: Json | undefined) => countInFigures("t-shirt", qty);

/** "a page with 2 t-shirts and version 2" */
export const describePage = ({ qty, version }: Page) => `a page with ${shirts(qty)} and version ${version}`;
