export { inPageLanguage, transportInPageLanguage } from "../engine-sentences.ts";
