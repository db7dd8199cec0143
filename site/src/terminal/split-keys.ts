/** Splits what a terminal sends at once, such as pasted text, into single keys: escape sequences stay whole. */
export function splitKeys(data: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's keys begin with them
  return data.replaceAll("\r\n", "\r").match(/\x1b\[[\d;]*[A-Za-z~]|\x1bO[A-Za-z]|\x1b[a-z]|[\s\S]/gu) ?? [];
}
