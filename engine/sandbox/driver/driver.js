/**
 * The part of the guest that is ours: it runs inside the engine before the learner's code, keeps every built-in that it
 * needs, and answers each call with one text. The first character of an answer says what follows:
 *
 *   `=` the JSON of a state or a result      `!` `state-invalid`, then reason and path as JSON
 *   `*` the learner's code threw, described as JSON      `~` it returned a promise
 *
 * Nothing that is computed here is trusted: the host parses and checks every answer. `npm run driver` writes this module
 * and what it imports as one text into ../driver-source.ts.
 */
import "./built-ins.js";
import "./globals.js";
import { calls } from "./calls.js";
import { connect } from "./host.js";

/** Connects the driver to the host and gives the object whose methods the host calls. */
export default function openDriver(limits, print, keep, wasFull, charge) {
  connect(limits, print, keep, wasFull, charge);
  return calls;
}
