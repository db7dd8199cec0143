import { readRemembered, remember } from "../../storage/remembered-value.ts";
import { optionOrder, quizSeed } from "./option-order.ts";
import { type Attempts, scoreOf } from "./quiz-score.ts";

/**
 * Starts a quiz of the page. The reasons are in the page already; this shuffles the options, remembers what was opened and
 * says it politely.
 */
export function startQuiz(quiz: HTMLElement): void {
  const lesson = quiz.dataset.quiz ?? "";
  const key = `quiz:${lesson}`;
  const score = quiz.querySelector<HTMLElement>("[data-score]");
  const status = quiz.querySelector<HTMLElement>("[data-said]");
  const seed = quizSeed();
  const questions = [...quiz.querySelectorAll<HTMLElement>("[data-question]")].map((question, index) => {
    // An option's index is its place as written: answers are stored by it.
    const options = [...question.querySelectorAll<HTMLDetailsElement>("details")];
    const order = optionOrder(seed, `${lesson}/${index}`, options.length);
    // Nothing moves under the finger of a reader who has begun before this script was there.
    if (!options.some(({ open }) => open))
      question.append(...order.flatMap((option) => options[option] ?? []));
    return {
      options,
      right: options.flatMap((option, index) => (option.matches(".right") ? [index] : [])),
      tries: [] as Attempts,
    };
  });
  const remembered = readRemembered<Attempts[]>(key) ?? [];
  // Loaded before the first answer: whoever answers and leaves at once keeps the answer too.
  const progress = import("../../progress/note-lesson-progress.ts");
  progress.catch(() => {});
  const showScore = () => {
    if (score) score.textContent = scoreOf(questions);
  };

  questions.forEach((question, index) => {
    question.tries = (remembered[index] ?? []).filter((option) => question.options[option]);
    for (const option of question.tries) question.options[option]?.setAttribute("open", "");
  });
  showScore();

  for (const question of questions) {
    question.options.forEach((option, at) => {
      const answer = () => {
        if (!option.open || question.tries.includes(at)) return;
        question.tries.push(at);
        // All of them: those from before there was a log of answers too.
        progress.then(
          ({ noteAnswers }) => noteAnswers(lesson, questions),
          () => {},
        );
        remember(
          key,
          questions.map(({ tries }) => tries),
        );
        showScore();
        const verdict = option.querySelector(".reason strong")?.textContent ?? "";
        if (status) status.textContent = `${verdict} ${scoreOf(questions)}`;
      };
      // Not its `toggle` event, which comes a moment later: a reader who leaves in between would lose the answer.
      new MutationObserver(answer).observe(option, { attributeFilter: ["open"] });
      // It may have been opened before this script was there.
      answer();
    });
  }
}
