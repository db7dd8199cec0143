import { useEffect, useId, useRef, useState } from "react";
import { GuessResult } from "../../../figures/guess/guess-result.tsx";
import { Flow, Split } from "../../../figures/pipeline/pipeline-stage.tsx";
import { hasUpdate, judge, type SystemShape } from "./system-shapes.ts";

type Switch = keyof SystemShape;

const switches: { name: Switch; question: string; choices: [value: string, label: string][] }[] = [
  {
    name: "models",
    question: "Who decides and answers?",
    choices: [
      ["one", "one model"],
      ["two", "two models"],
    ],
  },
  {
    name: "stores",
    question: "Where is it stored?",
    choices: [
      ["one", "one store"],
      ["two", "two stores"],
    ],
  },
  {
    name: "update",
    question: "When is the reading side updated?",
    choices: [
      ["now", "at once"],
      ["later", "a moment later"],
    ],
  },
  {
    name: "keeps",
    question: "What does the writing side store?",
    choices: [
      ["states", "states"],
      ["events", "events"],
    ],
  },
];

const afterTheGuess: Record<Switch, string> = {
  models: "A system with two models is CQRS, whatever the other three choices are.",
  stores:
    "Many people think so. But “Who decides and answers?” is the choice that makes a system CQRS: two models can share one store.",
  update:
    "CQRS often has a delay, so the delay looks like a part of it. But “Who decides and answers?” is the choice that makes a system CQRS.",
  keeps:
    "That choice makes a system event sourcing. “Who decides and answers?” is the choice that makes it CQRS.",
};

/** Four switches, the system they make, and what it is called. The names are shown once a guess was made. */
export function Shapes() {
  const [shape, setShape] = useState<SystemShape>({
    models: "one",
    stores: "one",
    update: "now",
    keeps: "states",
  });
  const [guess, setGuess] = useState<Switch | null>(null);
  const id = useId();
  return (
    <section className="cqrs-shapes" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>One model, or two</h3>
      <div className="cqrs-switches">
        {switches.map(({ name, question, choices }) => {
          const idle = name === "update" && !hasUpdate(shape);
          return (
            <fieldset key={name} disabled={idle}>
              <legend>{question}</legend>
              {choices.map(([value, label]) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={`${id}-${name}`}
                    checked={shape[name] === value}
                    onChange={() => setShape({ ...shape, [name]: value } as SystemShape)}
                  />
                  {label}
                </label>
              ))}
              {idle && <p className="cqrs-idle">One model and one store: there is nothing to update.</p>}
            </fieldset>
          );
        })}
      </div>
      <Drawing shape={shape} />
      {guess === null ? (
        <fieldset className="cqrs-guess">
          <legend>Guess first: which of these choices makes a system CQRS?</legend>
          {switches.map(({ name, question }) => (
            <button key={name} type="button" onClick={() => setGuess(name)}>
              {question}
            </button>
          ))}
        </fieldset>
      ) : (
        <Names shape={shape} right={guess === "models"} hint={afterTheGuess[guess]} />
      )}
    </section>
  );
}

/** What the system is called, after what there is to say of the guess. */
export function Names({ shape, right, hint }: { shape: SystemShape; right: boolean; hint: string }) {
  const { cqrs, cqrsBecause, eventSourcing, eventSourcingBecause, example, price } = judge(shape);
  const answer = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: the keyboard goes on from the answer to the guess.
  useEffect(() => answer.current?.focus({ preventScroll: true }), []);
  return (
    <div className="cqrs-names">
      <p className="cqrs-soft" ref={answer} tabIndex={-1}>
        <GuessResult right={right} text={right ? "Correct." : "Not quite."} /> {hint} Change the choices
        above, one at a time, and watch the two lines below.
      </p>
      <div aria-live="polite">
        <p>
          <strong className={cqrs ? "is" : "is-not"}>{cqrs ? "CQRS" : "Not CQRS"}</strong>: {cqrsBecause}
        </p>
        <p>
          <strong className={eventSourcing ? "is" : "is-not"}>
            {eventSourcing ? "Event sourcing" : "Not event sourcing"}
          </strong>
          : {eventSourcingBecause}
        </p>
      </div>
      <p>{example}</p>
      <p className="cqrs-soft">
        <strong>The price.</strong> {price}
      </p>
    </div>
  );
}

/** The system as boxes. Everything it shows is also said in the words below it. */
function Drawing({ shape }: { shape: SystemShape }) {
  const { models, stores, update, keeps } = shape;
  const kept = keeps === "events" ? "log of events" : "tables of states";
  const when = update === "now" ? "in the same moment" : "a moment later";
  const link = hasUpdate(shape) ? <Flow down when={update} label={when} /> : null;
  const readStore = models === "two" ? "views" : `copy of the ${keeps === "events" ? "log" : "tables"}`;
  return (
    <div className="cqrs-drawing" role="img" aria-label={describeShape(shape)}>
      <div className="cqrs-asks">
        <div>
          <strong>Command</strong>
          <code>AddItem socks</code>
        </div>
        <div>
          <strong>Query</strong>
          <code>who holds a hat?</code>
        </div>
      </div>
      <div className="cqrs-arrows">
        <Flow />
        <Flow />
      </div>
      {models === "one" ? (
        <Split joined upper={<Half title="One model" says="decides and answers" />} />
      ) : (
        <Split
          joined={false}
          upper={<Half title="Write model" says="decides" />}
          lower={<Half title="Read model" says="answers" />}
        />
      )}
      <div className="cqrs-arrows">
        <Flow />
        <Flow />
      </div>
      {stores === "one" ? (
        models === "one" ? (
          <Split joined upper={<Half title="One store" says={kept} />} />
        ) : (
          <Split
            joined
            upper={<Half title="One store" says={kept} />}
            between={link}
            lower={<Half says="views" />}
          />
        )
      ) : (
        <Split
          joined={false}
          upper={<Half title="Store" says={kept} />}
          between={link}
          lower={<Half title="Second store" says={readStore} />}
        />
      )}
    </div>
  );
}

function Half({ title, says }: { title?: string; says: string }) {
  return (
    <>
      {title && <strong>{title}</strong>}
      <small>{says}</small>
    </>
  );
}

function describeShape(shape: SystemShape): string {
  const { models, stores, update, keeps } = shape;
  return [
    models === "one"
      ? "One model takes commands and queries."
      : "A write model takes commands, a read model takes queries.",
    stores === "one"
      ? `One store holds ${keeps}.`
      : `One store holds ${keeps}, and a second store serves the reading side.`,
    hasUpdate(shape)
      ? `The reading side is updated ${update === "now" ? "in the same moment" : "a moment later"}.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}
