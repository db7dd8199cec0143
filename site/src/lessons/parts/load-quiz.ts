// What a quiz does is loaded when the reader comes near it.
const quizzes = document.querySelectorAll<HTMLElement>("[data-quiz]");
const observer = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    import("./start-quiz.ts").then(
      ({ startQuiz }) => quizzes.forEach(startQuiz),
      // Without it the options still open, and nothing is remembered.
      () => {},
    );
  },
  { rootMargin: "100%" },
);
for (const quiz of quizzes) observer.observe(quiz);
