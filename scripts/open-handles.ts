/** So long a script may take to end after its last line, in ms: connections close and processes go. */
const endsWithin = 10_000;

/**
 * For the last line of a script: where it does not end by itself, what keeps it alive is said every so many ms. It is
 * not ended, because whoever opened something has to close it.
 */
export function reportOpenHandles(every = endsWithin): void {
  setInterval(() => {
    console.error(
      `This script should have ended. Still open: ${process.getActiveResourcesInfo().join(", ")}.`,
    );
  }, every).unref();
}
