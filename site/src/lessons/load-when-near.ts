// What the quiz, the summary and the abilities of a page do is loaded when the reader comes near them.
import type { startQuiz } from "./parts/start-quiz.ts";

const parts: [selector: string, load: (found: HTMLElement[]) => Promise<unknown>][] = [
  ["[data-quiz]", (found) => import("./parts/start-quiz.ts").then(start(found))],
  ["[data-proved]", () => import("./parts/show-passes.ts")],
  ["[data-ability]", () => import("./show-abilities.ts")],
];

function start(quizzes: HTMLElement[]) {
  return (module: { startQuiz: typeof startQuiz }) => quizzes.forEach(module.startQuiz);
}

for (const [selector, load] of parts) {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      // Without it the options still open, and nothing is remembered or marked.
      load(found).catch(() => {});
    },
    { rootMargin: "100%" },
  );
  // What is still hidden is nowhere: its place is its parent's.
  for (const element of found)
    observer.observe(element.hidden ? (element.parentElement ?? element) : element);
}
