// The reasons are in the page already; this remembers what was opened and says it politely.
import { recall, remember } from "../memory.ts";
import { scoreOf, type Tries } from "./quiz-score.ts";

for (const quiz of document.querySelectorAll<HTMLElement>("[data-quiz]")) {
  const lesson = quiz.dataset.quiz ?? "";
  const key = `quiz:${lesson}`;
  const status = quiz.querySelector<HTMLElement>("[data-score]");
  const questions = [...quiz.querySelectorAll<HTMLElement>("[data-question]")].map((question) => {
    const options = [...question.querySelectorAll<HTMLDetailsElement>("details")];
    return {
      options,
      right: options.flatMap((option, index) => (option.matches(".right") ? [index] : [])),
      tries: [] as Tries,
    };
  });
  const remembered = recall<Tries[]>(key) ?? [];
  const say = (sentence: string) => {
    if (status) status.textContent = sentence;
  };

  questions.forEach((question, index) => {
    question.tries = (remembered[index] ?? []).filter((option) => question.options[option]);
    for (const option of question.tries) question.options[option]?.setAttribute("open", "");
    question.options.forEach((option, at) => {
      option.addEventListener("toggle", () => {
        if (!option.open || question.tries.includes(at)) return;
        question.tries.push(at);
        // All of them: those from before there was a log of answers too.
        void import("../../progress/lesson-facts.ts").then(
          ({ noteAnswers }) => noteAnswers(lesson, questions),
          () => {},
        );
        remember(
          key,
          questions.map(({ tries }) => tries),
        );
        say(`${option.querySelector(".reason strong")?.textContent ?? ""} ${scoreOf(questions)}`);
      });
    });
  });
  say(scoreOf(questions));
}
