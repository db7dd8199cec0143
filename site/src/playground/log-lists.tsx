import { useEffect, useState } from "react";
import { dataSets, otherSet, open as words } from "../../../language/english/playground.ts";
import { apiUrl, serverAnswers } from "../session/server-address.ts";
import { InlineCodeText } from "../ui/inline-code-text.tsx";
import { serverTopics } from "./server-topics.ts";
import { useIsHydrated } from "./use-is-hydrated.ts";

/** How a log is opened: from the server's topic, or from the copy that the site carries. */
type LogSource = "topic" | "data-set";

interface LogListsProps {
  base: string;
  open(topic: string, source: LogSource): void;
}

/**
 * The logs of the course, each with a sentence, and the other topics of the server. A log of the course is listed once:
 * it is read from the server's topic where a server has it.
 */
export function LogLists({ base, open }: LogListsProps) {
  const awake = useIsHydrated();
  const topics = useServerTopics(base);
  const onServer = Array.isArray(topics) ? topics : [];
  const others = onServer.filter((topic) => !Object.hasOwn(dataSets, topic));
  return (
    <>
      <h3>{words.sets}</h3>
      <ul className="pg-list">
        {Object.entries(dataSets).map(([topic, what]) => (
          <li key={topic}>
            <button
              type="button"
              className="wb-link mono"
              disabled={!awake}
              onClick={() => open(topic, onServer.includes(topic) ? "topic" : "data-set")}
            >
              {topic}
            </button>
            <span>{what}</span>
          </li>
        ))}
      </ul>
      <h3>{words.topics}</h3>
      {topics === "asking" && <p>{words.asking}</p>}
      {topics === null && (
        <p>
          <InlineCodeText text={words.noServer} />
        </p>
      )}
      {Array.isArray(topics) && others.length === 0 && <p>{words.noTopics}</p>}
      {others.length > 0 && (
        <ul className="pg-list">
          {others.map((topic) => (
            <li key={topic}>
              <button type="button" className="wb-link mono" onClick={() => open(topic, "topic")}>
                {topic}
              </button>
              <span>{topic.startsWith("course.") ? otherSet : ""}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The topics that the server lists, the visitor's own included; null where no server answers. */
function useServerTopics(base: string): string[] | null | "asking" {
  const [topics, setTopics] = useState<string[] | null | "asking">("asking");
  useEffect(() => {
    void serverAnswers(apiUrl(base))
      .then((there) => (there ? serverTopics(base) : null))
      .then(setTopics);
  }, [base]);
  return topics;
}
