import accountStyle from "../../../../figures/views/account-view.css?inline";
import newsroomStyle from "../../../../figures/views/newsroom-view.css?inline";
import seatsStyle from "../../../../figures/views/seats-view.css?inline";
import tableStyle from "../../../../figures/views/table-view.css?inline";
import { addStylesheet } from "../../ui/add-stylesheet.ts";

/** The domain views that no lesson opens with, loaded when a state is first drawn as one. */
export { AccountView } from "../../../../figures/views/account-view.tsx";
export { AutomaticView } from "../../../../figures/views/automatic-view.tsx";
export { NewsroomView } from "../../../../figures/views/newsroom-view.tsx";
export { SeatsView } from "../../../../figures/views/seats-view.tsx";
export { TableView } from "../../../../figures/views/table-view.tsx";

for (const style of [accountStyle, newsroomStyle, seatsStyle, tableStyle]) addStylesheet(style);
