// Draws a state as whatever fits it, so it needs the styles of all.
import "./account.ts";
import "./newsroom.ts";
import "./seats.ts";
import "./table.ts";

export { AutomaticView } from "../../../../../figures/views/automatic-view.tsx";
