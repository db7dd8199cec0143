/** Every limit of a run, by name. Bytes are UTF-8 unless a name says otherwise. */
export const limits = {
  sourceBytes: 64 * 1024,
  /** Brackets inside brackets, checked before any parser sees the source. */
  sourceNesting: 200,
  /** The engine's interrupt ticks (about 0.05 to 0.2 ms of work each): the same verdict on a busy machine. */
  ticksPerEvent: 4_000,
  ticksPerRun: 8_000,
  /** What a state costs beside the code that made it: values that are read in the guest, and characters of its JSON. */
  valuesPerTick: 100,
  charactersPerTick: 10_000,
  /** Hard limits, kept from outside the engine: how long nothing may be heard of a fold, such as a step or a tick. */
  cpuMilliseconds: 1_500,
  wallMilliseconds: 5_000,
  /** A whole fold, in processor time, and by the clock in a browser. Far behind the ticks: only the last resort. */
  foldMilliseconds: 6_000,
  wasmMemoryBytes: 64 * 1024 * 1024,
  guestMemoryBytes: 32 * 1024 * 1024,
  /** The same two for a fold lane, which holds the states of all keys. */
  laneWasmMemoryBytes: 128 * 1024 * 1024,
  laneGuestMemoryBytes: 96 * 1024 * 1024,
  /** About 500 calls. A browser's worker has half a megabyte of its own for them: with more here that would end first. */
  guestStackBytes: 128 * 1024,
  /** Engine instances of a thread that wait for their next use, of each module: about 3 MB each. */
  idleInstances: 4,
  stateDepth: 64,
  stateValues: 20_000,
  stateCharacters: 200_000,
  consoleLines: 200,
  consoleLineCharacters: 2_000,
  consoleCharacters: 64_000,
  errorCharacters: 500,
  /** Of one watch expression, and of what it gives. */
  expressionCharacters: 500,
  watchCharacters: 500,
  watches: 8,
  /** Of a long fold: steps at which the breakpoint is told, and those at which watches are. */
  laneBreaks: 1_000,
  laneSamples: 500,
  /** Of one pass for lines: how many are told of all its steps together. */
  coveredLines: 500_000,
  /** It folds twice side by side, once with marks, and may take so many times as long as a fold. */
  linesTimes: 3,
  /** Up to here every step is frozen, checked, patched and folded twice. */
  traceRecords: 5_000,
  /** How many states, and how many characters of them, the second fold rebuilds from JSON. Of more states it rebuilds only some. */
  rebuiltStates: 500,
  rebuiltCharacters: 200_000,
} as const;
