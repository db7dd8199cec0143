import style from "../../../../../figures/views/seats-view.css?inline";
import { addStylesheet } from "../../../ui/add-stylesheet.ts";

export { SeatsView } from "../../../../../figures/views/seats-view.tsx";

addStylesheet(style);
