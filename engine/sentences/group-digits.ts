/** A number as it appears in an English sentence: 12,000. */
export const groupDigits = (number: number): string => number.toLocaleString("en");
