/** Bytes after brotli. */
export const sizeLimits = {
  /** All that a page asks for on a first visit, before the editor is asked for. */
  page: 180_000,
  scripts: 110_000,
  /** The playground opens with every panel that a lesson opens later. */
  playgroundScripts: 122_000,
  fonts: 45_000,
  /** What has arrived when a lesson's first paragraph and the fold as the server drew it can be seen. */
  readable: 60_000,
  /** What the editor adds: no budget but what it was last; it may only fall. */
  editor: 1_850_000,
  terminal: 110_000,
};
