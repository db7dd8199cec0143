import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { guesses, type Question, questions } from "./questions.ts";

/** Questions that an auditor asks the three systems. Each is guessed first; then all three answer. */
export function WhoCanTell() {
  return (
    <section className="three-questions" aria-labelledby="three-who">
      <h3 id="three-who">Who can tell you …</h3>
      <p>An auditor comes. Guess first, then look.</p>
      {questions.map((question) => (
        <GuessQuestion
          key={question.ask}
          ask={question.ask}
          options={guesses}
          right={[question.holds]}
          reason={question.reason}
        >
          <Answers question={question} />
        </GuessQuestion>
      ))}
    </section>
  );
}

function Answers({ question: { answers } }: { question: Question }) {
  const [table, audit, log] = answers;
  return (
    <dl>
      <dt>The table</dt>
      <dd>{table}</dd>
      <dt>The audit table</dt>
      <dd>{audit}</dd>
      <dt>The log</dt>
      <dd>{log}</dd>
    </dl>
  );
}
