import { useEffect, useState } from "react";
import {
  type ExampleReducer,
  exampleReducers,
} from "../../../../engine/labs/replay-cost/example-reducers.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import {
  listExercises,
  ownAnswer,
  type ReplayableExercise,
  type ReplayedExercise,
} from "./exercise-source.ts";

interface CodeSectionProps {
  exercise: ReplayedExercise;
  source: string;
  onExercise(id: string): void;
  onSource(source: string): void;
}

const names = Object.keys(exampleReducers) as ExampleReducer[];

/** Which code is folded: an answer of the learner's, a ready reducer, or either with a change. */
export function CodeSection({ exercise, source, onExercise, onSource }: CodeSectionProps) {
  const [exercises, setExercises] = useState<ReplayableExercise[]>([]);
  useEffect(() => {
    listExercises().then(setExercises, () => {});
  }, []);
  const isListed = exercises.some(({ id }) => id === exercise.exercise);
  const answer = ownAnswer(exercise.exercise);
  return (
    <section aria-labelledby="replay-code">
      <h2 id="replay-code">{words.code}</h2>
      <div className="lab-form">
        <label>
          {words.exercise}
          <select value={exercise.exercise} onChange={({ target }) => onExercise(target.value)}>
            {!isListed && <option value={exercise.exercise}>{exercise.exercise}</option>}
            {exercises.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.example}
          <select
            value={names.find((name) => exampleReducers[name] === source) ?? ""}
            onChange={({ target }) => {
              if (target.value !== "") onSource(exampleReducers[target.value as ExampleReducer]);
            }}
          >
            <option value="">{words.chooseExample}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {words.examples[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="lab-soft">
        {answer === null && source === exampleReducers.pure && words.noAnswer}
        {answer === source && words.own} {words.log(exercise.records.length)}
      </p>
      <label className="replay-source">
        {words.source}
        <textarea
          rows={12}
          spellCheck={false}
          autoCapitalize="off"
          value={source}
          onChange={({ target }) => onSource(target.value)}
        />
      </label>
    </section>
  );
}
