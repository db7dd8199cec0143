/** Limits of what a request holds, checked by its schema. Lengths are in characters. */
export const requestLimits = {
  /** How deep values in a request may be nested: past it they would end in a stack overflow far from here. */
  jsonDepth: 100,
  /** The same for a whole request, checked before it is parsed. It is larger, because a value is nested in the request. */
  textDepth: 110,
  /** Values of a whole request: 5,000 records with 20 values each. */
  textValues: 100_000,
  keysInOneObject: 20_000,
  commands: 1_000,
  args: 20,
  predictions: 100,
  slicePartitions: 100,
  keyCharacters: 1_000,
  givenValueCharacters: 1_000_000,
} as const;

/** A message to the server over a WebSocket. The server closes a connection that sends a larger one. */
export const messageBytes = 128 * 1024;

/** Limits of the terminal's requests. */
export const terminalRequestLimits = {
  /** Of one command line. */
  lineCharacters: 4_000,
  /** Lines typed or pasted into a tool that come in one message. */
  linesAtOnce: 200,
  /** Names of the tools that a terminal offers. */
  tools: 50,
} as const;
