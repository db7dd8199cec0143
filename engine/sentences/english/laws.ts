/**
 * What a value is in a message: JSON text, or for a value that is too long for it the length of a list or nothing at
 * all. `stopped` where the code stopped before it gave one.
 */
type ValueKind = "json" | "list" | "other" | "missing" | "stopped";

/** Where two states differ first; `path` is empty for the whole state. */
type Difference = {
  path: string;
  actualKind: ValueKind;
  actual: string | number;
  expectedKind: ValueKind;
  expected: string | number;
};

function valueInWords(kind: ValueKind, value: string | number): string {
  if (kind === "json") return String(value);
  if (kind === "list") return `a list of ${value}`;
  return kind === "missing" ? "missing" : "another value";
}

/** "`lines.hat` is 2 and should be 1", or that the code stopped. */
function differenceInWords({ path, actualKind, actual, expectedKind, expected }: Difference): string {
  if (actualKind === "stopped") return "your code stopped";
  const name = path === "" ? "the state" : `\`${path}\``;
  return `${name} is ${valueInWords(actualKind, actual)} and should be ${valueInWords(expectedKind, expected)}`;
}

/** An offset; "" stands for the place before the first record or after the last. */
type Offset = number | "";

const atOffset = (offset: Offset) => (offset === "" ? "Before the first record" : `At offset ${offset}`);

/** How a law was broken. */
export const lawSentences = {
  "replay-differs": ({ offset, ...difference }: { offset: Offset } & Difference) =>
    `${atOffset(offset)} a second fold of the same log, at another clock time, differs from the first: ${differenceInWords(difference)}. ` +
    "The records are identical. What else does your state depend on?",
  "snapshot-differs": ({ offset, after, ...difference }: { offset: Offset; after: Offset } & Difference) =>
    `${atOffset(offset)} a fold that goes on from ${
      after === "" ? "the initial state" : `the state after offset ${after}`
    }, saved and loaded again, differs from the whole fold: ${differenceInWords(difference)}. ` +
    "The records after it are the same. What does your code keep outside the state?",
  "unknown-type-changes": ({ offset, type, ...difference }: { offset: number; type: string } & Difference) =>
    `Offset ${offset} holds a ${type}, an event type that your code does not know. After it ${differenceInWords(difference)}. ` +
    "Logs outlive code, and later writers add new types. " +
    "What should a reader do with a record it cannot use?",
  "duplicate-changes": ({
    from,
    to,
    before,
    ...difference
  }: { from: number; to: number; before: Offset } & Difference) =>
    `${
      from === to
        ? `Offset ${from} was delivered a second time`
        : `Offsets ${from} to ${to} were delivered a second time`
    }${before === "" ? ", at the end" : `, before offset ${before}`}. After it ${differenceInWords(difference)}. ` +
    "It is the same record: same id, same offset, and it happened once. How can your fold know that it has already seen it?",
  "order-changes": ({
    one,
    other,
    first,
    second,
    ...difference
  }: { one: string; other: string; first: number; second: number } & Difference) =>
    `The records of ${one} and ${other} may be in two partitions, and Kafka keeps the order only within one partition. ` +
    `With offset ${first} read before offset ${second}, at the end ${differenceInWords(difference)}. ` +
    "Both orders are allowed. What in your state depends on which record came first?",
  "crash-changes": ({
    kept,
    of,
    command,
    ...difference
  }: { kept: number; of: number; command: string } & Difference) =>
    `The process crashed when ${kept} of the ${of} events of ${command} ${kept === 1 ? "was" : "were"} in the log, and ${command} was sent again. ` +
    `Then at the end ${differenceInWords(difference)}. How can \`decide\` know what was already done?`,
};
