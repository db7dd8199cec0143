import style from "../../../../figures/partition/key-to-partition.css?inline";
import { addStylesheet } from "../../ui/add-stylesheet.ts";

/** Where a key goes, loaded with the form that appends. */
export { KeyToPartition } from "../../../../figures/partition/key-to-partition.tsx";

addStylesheet(style);
