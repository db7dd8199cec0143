import type { Position } from "../fold/event.ts";
import { type Json, sameJson } from "../fold/json.ts";
import { brief, told, type Wording } from "../fold/narrate.ts";
import { diff, type Operation, type Patch, partAt, pathKeys } from "../fold/patch.ts";
import { statesOf } from "../fold/steps.ts";
import type { Step, Trace } from "../fold/trace.ts";
import type { CheckMessage } from "../protocol/answers.ts";
import { type Compare, safely } from "./divergence.ts";

/** The state that somebody expects after a step: what of it counts, as the exercise compares it, or all of it. */
export interface Prediction {
  index: number;
  state: Json;
}

/** A step after which the state is to be predicted, and what counts of the state before it, to begin with. */
export interface AskedStep {
  index: number;
  before: Json;
}

/** A prediction beside what the log amounts to. */
export interface PredictionOutcome {
  index: number;
  position: Position | null;
  right: boolean;
  /** What counts of the state after the step, and of the one that was predicted. */
  expected: Json;
  predicted: Json;
  /** What would have to be done to the prediction: empty where it is right. */
  parts: Patch;
  /** Where, what was predicted, what the record says, one question; empty where it is right. */
  says: string;
}

/** What decides a prediction: the reference's fold of the exercise's own log. */
export interface Predicting {
  reference: Trace;
  compare?: Compare["compare"];
  wording?: Wording;
}

/** The steps to be asked for, each with the state to begin with. */
export function askedSteps(steps: number[], { reference, ...asked }: Predicting): AskedStep[] {
  const compare = safely(asked.compare);
  const states = statesOf(reference);
  return steps.map((index) => ({ index, before: compare(states[index] as Json) }));
}

/** Each prediction right or not, in the order of the log. */
export function outcomesOf(predictions: Prediction[], asked: Predicting): PredictionOutcome[] {
  const { reference, wording } = asked;
  const compare = safely(asked.compare);
  const states = statesOf(reference);
  return predictions
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ index, state }) => {
      const step = reference.steps[index];
      if (!step) return [];
      const expected = compare(states[index + 1] as Json);
      const whole = compare(state);
      const predicted = sameJson(whole, expected) ? whole : state;
      const parts = diff(predicted, expected);
      const says = parts[0] ? inWords(step, predicted, parts[0], wording) : "";
      const right = parts.length === 0;
      return [{ index, position: step.position, right, expected, predicted, parts, says }];
    });
}

/** Emits a message for every step that was predicted, and one `end`: passed when every asked step was predicted right. */
export function tellPredictions(
  predictions: Prediction[],
  steps: number[],
  asked: Predicting,
  emit: (message: CheckMessage) => void,
): void {
  const wanted = steps.flatMap((index) => predictions.find((each) => each.index === index) ?? []);
  const outcomes = outcomesOf(wanted, asked);
  for (const { index, position, right, expected, predicted, says } of outcomes) {
    emit({
      ...{ kind: "check", id: `step-${index}`, title: `The state after ${placeOf(position, index)}` },
      ...{ passed: right, message: says },
      ...(!right && { firstDivergence: { index, position, expected, actual: predicted } }),
    });
  }
  const right = outcomes.filter((outcome) => outcome.right).length;
  const of = steps.length;
  emit({
    ...{
      kind: "end",
      verdict: "ok",
      passed: right === of,
      message: scoreInWords(right, outcomes.length, of),
    },
    ...{ records: asked.reference.steps.length, logs: 0, seed: null, score: { right, of } },
  });
}

/** What an author has to mend in `predict`, a sentence each. */
export function predictMistakes(steps: number[], reference: Trace): string[] {
  return steps.flatMap((index, at) => {
    const step = reference.steps[index];
    if (!step)
      return `predict names step ${index}, and the last step is ${reference.steps.length - 1}. Name one of the log.`;
    if (!step.event) return `predict names step ${index}, which folds no event. Name one that does.`;
    return steps.indexOf(index) === at ? [] : `predict names step ${index} twice. Leave one out.`;
  });
}

const placeOf = (position: Position | null, index: number) =>
  position ? `offset ${position.offset}` : `step ${index}`;

function inWords(
  { index, position, event }: Step,
  predicted: Json,
  part: Operation,
  wording?: Wording,
): string {
  const keys = pathKeys(part.path);
  const held = part.op === "add" ? "nothing" : brief(partAt(predicted, keys));
  const where = keys.length > 0 ? ` at \`${keys.join(".")}\`` : "";
  const record = event ? ` The record says: ${told(event, wording?.events)}.` : "";
  return `After ${placeOf(position, index)} you predict ${held}${where}.${record} What does it change, and what does it leave as it was?`;
}

function scoreInWords(right: number, predicted: number, of: number): string {
  if (right === of) return of === 1 ? "Predicted right." : `All ${of} predicted right.`;
  const score = `${right} of ${of} predicted right.`;
  return predicted < of
    ? `${score} Go on to the next step that asks.`
    : `${score} Read the records again where the two part.`;
}
