import { addStylesheet } from "../../ui/add-stylesheet.ts";
import css from "./log.css?inline";

// One style for the panels that show a log: it comes with the first of them.
addStylesheet(css);
