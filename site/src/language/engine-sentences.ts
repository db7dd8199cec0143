/**
 * What the engine and the server say is English, and this build's pages are: it is shown as it came. A build in another
 * language has `engine-sentences-translated.ts` in the place of this file.
 */
export const inPageLanguage = <Said>(said: Said): Said => said;

/** The same for everything that comes from a transport. */
export const transportInPageLanguage = <Transport>(transport: Transport): Transport => transport;
