import style from "../../../../../figures/views/table-view.css?inline";
import { addStylesheet } from "../../../ui/add-stylesheet.ts";

export { TableView } from "../../../../../figures/views/table-view.tsx";

addStylesheet(style);
