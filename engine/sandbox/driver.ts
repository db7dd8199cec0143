import { answers } from "./driver/answers.ts";
import { builtIns } from "./driver/built-ins.ts";
import { calls } from "./driver/calls.ts";
import { console as consoleSource } from "./driver/console.ts";
import { foldLane } from "./driver/fold-lane.ts";
import { reading } from "./driver/reading.ts";
import { watches } from "./driver/watches.ts";
import { limits } from "./limits.ts";

/**
 * The part of the guest that is ours: it runs inside the engine before the learner's code, keeps every built-in that it
 * needs, and answers each call with one text. The first character of an answer says what follows:
 *
 *   `=` the JSON of a state or a result      `!` `state-invalid`, then reason and path as JSON
 *   `*` the learner's code threw, described as JSON      `~` it returned a promise
 *
 * Nothing that is computed here is trusted: the host parses and checks every answer. It is a text, not a function, so
 * that no bundler rewrites it and every place runs the same bytes.
 */
export const driverSource = `(function (maximum, print, keep) {
"use strict";
${builtIns}${reading}${answers}${consoleSource}${watches}${foldLane}${calls}
})`;

/** What the driver needs to know of the limits. */
export const driverLimits = {
  stateDepth: limits.stateDepth,
  stateValues: limits.stateValues,
  stateCharacters: limits.stateCharacters,
  consoleLineCharacters: limits.consoleLineCharacters,
  errorCharacters: limits.errorCharacters,
  watchCharacters: limits.watchCharacters,
  laneBreaks: limits.laneBreaks,
};
