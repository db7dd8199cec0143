import { describeRecord, shortValueOf, type Wording } from "../fold/describe-step.ts";
import type { Position } from "../fold/event.ts";
import { type Json, sameJson } from "../fold/json.ts";
import { diff, type Operation, type Patch, partAt, pathKeys } from "../fold/json-patch.ts";
import { statesOf } from "../fold/states-of-trace.ts";
import type { Step, Trace } from "../fold/trace.ts";
import type { CheckMessage } from "../protocol/response-types.ts";
import { checkTitles, gradingSentences } from "../sentences/english/grading.ts";
import { joinMessages, type Message, sentencesFrom } from "../sentences/message.ts";
import { type CheckTitle, titleOf } from "./check-title.ts";
import { type Compare, safely } from "./differing-steps.ts";

const say = sentencesFrom(gradingSentences);
const names = sentencesFrom(checkTitles);

/** The state that a learner expects after a step: the part that the exercise compares, or all of it. */
export interface Prediction {
  index: number;
  state: Json;
}

/** A step after which the state is to be predicted, and what counts of the state before it, to begin with. */
export interface PredictableStep {
  index: number;
  before: Json;
}

/** A prediction and the state that the log gives, side by side. */
export interface PredictionOutcome {
  index: number;
  position: Position | null;
  right: boolean;
  /** The compared part of the state after the step, and of the predicted state. */
  expected: Json;
  predicted: Json;
  /** What would have to be done to the prediction: empty where it is right. */
  parts: Patch;
  /** Where, what was predicted, what the record says, one question; empty where it is right. */
  says: Message;
}

/** What decides a prediction: the reference's fold of the exercise's own log. */
export interface PredictionExercise {
  reference: Trace;
  compare?: Compare["compare"];
  wording?: Wording;
}

/** The steps to be asked for, each with the state to begin with. */
export function askedSteps(steps: number[], { reference, ...asked }: PredictionExercise): PredictableStep[] {
  const compare = safely(asked.compare);
  const states = statesOf(reference);
  return steps.map((index) => ({ index, before: compare(states[index] as Json) }));
}

/** The name of what checks the state after a step. */
export function predictionCheck(index: number, position: Position | null): { id: string } & CheckTitle {
  return { id: `step-${index}`, ...titleOf(names("title-prediction", placeOf(position, index))) };
}

/** Each prediction right or not, in the order of the log. */
export function outcomesOf(predictions: Prediction[], asked: PredictionExercise): PredictionOutcome[] {
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
      const says = parts[0] ? describeOutcome(step, predicted, parts[0], wording) : joinMessages();
      const right = parts.length === 0;
      return [{ index, position: step.position, right, expected, predicted, parts, says }];
    });
}

/** Emits a message for every step that was predicted, and one `end`: passed when every asked step was predicted right. */
export function describePredictions(
  predictions: Prediction[],
  steps: number[],
  asked: PredictionExercise,
  emit: (message: CheckMessage) => void,
): void {
  const wanted = steps.flatMap((index) => predictions.find((each) => each.index === index) ?? []);
  const outcomes = outcomesOf(wanted, asked);
  for (const { index, position, right, expected, predicted, says } of outcomes) {
    emit({
      kind: "check",
      ...predictionCheck(index, position),
      passed: right,
      ...says,
      ...(!right && { firstDivergence: { index, position, expected, actual: predicted } }),
    });
  }
  const right = outcomes.filter((outcome) => outcome.right).length;
  const of = steps.length;
  emit({
    kind: "end",
    verdict: "ok",
    passed: right === of,
    ...describeScore(right, outcomes.length, of),
    records: asked.reference.steps.length,
    logs: 0,
    seed: null,
    score: { right, of },
  });
}

/** What an author has to fix in `predict`, a sentence each. */
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
  position
    ? ({ place: "offset", number: position.offset } as const)
    : ({ place: "step", number: index } as const);

function describeOutcome(
  { index, position, event }: Step,
  predicted: Json,
  part: Operation,
  wording?: Wording,
): Message {
  const keys = pathKeys(part.path);
  const held = shortValueOf(part.op === "add" ? undefined : partAt(predicted, keys));
  const place = { ...placeOf(position, index), ...held };
  return joinMessages(
    keys.length > 0 ? say("predicted-at", { ...place, path: keys.join(".") }) : say("predicted", place),
    event && say("record-says", { record: describeRecord(event, wording?.events) }),
    say("what-changes"),
  );
}

function describeScore(right: number, predicted: number, of: number): Message {
  if (right === of) return of === 1 ? say("predicted-right") : say("all-predicted-right", { of });
  return joinMessages(
    say("predicted-right-of", { right, of }),
    say(predicted < of ? "next-prediction" : "read-records-again"),
  );
}
