type Me = {
  lessons: Record<string, string[]>; // the parts read of each lesson
  answers: { right: number; wrong: number };
  exercises: Record<string, { tries: number; hints: number; passed: string | null }>;
};
export function initialState(): Me {
  return { lessons: {}, answers: { right: 0, wrong: 0 }, exercises: {} };
}
// This reducer is yours: count what you like. The shapes of ProgressEvent stand below the editor.
export function evolve(me: Me, event: ProgressEvent): Me {
  switch (event.type) {
    case "LessonOpened": {
      const { lesson } = event.data;
      return { ...me, lessons: { ...me.lessons, [lesson]: me.lessons[lesson] ?? [] } };
    }
    case "PartRead": {
      const { lesson, part } = event.data;
      const read = (me.lessons[lesson] ?? []).filter((other) => other !== part);
      return { ...me, lessons: { ...me.lessons, [lesson]: [...read, part] } };
    }
    case "QuizAnswered": {
      const { right, wrong } = me.answers;
      return { ...me, answers: event.data.right ? { right: right + 1, wrong } : { right, wrong: wrong + 1 } };
    }
    case "HintRead":
      return change(me, event.data.exercise, { hints: event.data.hint });
    case "CheckFailed":
      return change(me, event.data.exercise, { tries: about(me, event.data.exercise).tries + 1 });
    case "ExercisePassed":
      return change(me, event.data.exercise, { passed: event.metadata.occurredAt });
    default:
      return me; // every other event: nothing changes
  }
}

function about(me: Me, exercise: string) {
  return me.exercises[exercise] ?? { tries: 0, hints: 0, passed: null };
}

function change(me: Me, exercise: string, part: object): Me {
  return { ...me, exercises: { ...me.exercises, [exercise]: { ...about(me, exercise), ...part } } };
}
