import style from "../../../../figures/partition/partition-throw.css?inline";
import { lateStyle } from "../late-style.ts";

/** Where a key goes, loaded with the form that appends. */
export { PartitionThrow } from "../../../../figures/partition/partition-throw.tsx";

lateStyle(style);
