import { useEffect, useState } from "react";
import { dataSets, otherSet, open as words } from "../../../language/english/playground.ts";
import { apiBelow, serverAnswers } from "../session/server.ts";
import { Words } from "../workbench/words.tsx";
import { topicsOf } from "./topics.ts";
import { useAwake } from "./use-awake.ts";

/** The logs of the course, each with a sentence. */
export function DataSets({ open }: { open(topic: string): void }) {
  const awake = useAwake();
  return (
    <>
      <h3>{words.sets}</h3>
      <ul className="pg-list">
        {Object.entries(dataSets).map(([topic, what]) => (
          <li key={topic}>
            <button type="button" className="wb-link mono" disabled={!awake} onClick={() => open(topic)}>
              {topic}
            </button>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The topics that the server lists: the course's, and the visitor's own. */
export function Topics({ base, open }: { base: string; open(topic: string): void }) {
  const [topics, setTopics] = useState<string[] | null | "asking">("asking");
  useEffect(() => {
    void serverAnswers(apiBelow(base))
      .then((there) => (there ? topicsOf(base) : null))
      .then(setTopics);
  }, [base]);
  return (
    <>
      <h3>{words.topics}</h3>
      {topics === "asking" && <p>{words.asking}</p>}
      {topics === null && (
        <p>
          <Words text={words.noServer} />
        </p>
      )}
      {Array.isArray(topics) && topics.length === 0 && <p>{words.noTopics}</p>}
      {Array.isArray(topics) && (
        <ul className="pg-list">
          {topics.map((topic) => (
            <li key={topic}>
              <button type="button" className="wb-link mono" onClick={() => open(topic)}>
                {topic}
              </button>
              <span>{dataSets[topic] ?? (topic.startsWith("course.") ? otherSet : "")}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
