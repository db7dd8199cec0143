import style from "../../../../../figures/views/newsroom-view.css?inline";
import { addStylesheet } from "../../../ui/add-stylesheet.ts";

export { NewsroomView } from "../../../../../figures/views/newsroom-view.tsx";

addStylesheet(style);
