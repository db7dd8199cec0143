import style from "../../../../../figures/views/account-view.css?inline";
import { addStylesheet } from "../../../ui/add-stylesheet.ts";

export { AccountView } from "../../../../../figures/views/account-view.tsx";

addStylesheet(style);
