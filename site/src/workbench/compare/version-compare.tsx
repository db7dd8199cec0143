import { useState } from "react";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { versionWords } from "../../../../language/english/compare.ts";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import { TwoVersions } from "./two-versions.tsx";
import { useVersions } from "./use-versions.ts";
import { nameOf } from "./version-names.ts";

/** The versions of the learner's code that this browser keeps: open one, take it back, compare two. */
export function VersionCompare() {
  const { exercise, code, liveRegion } = useWorkbench();
  const now = useStore(code.$source);
  const versions = useVersions(exercise.id);
  const [chosen, setChosen] = useState<{ first?: string; second?: string }>({});
  const [before, setBefore] = useState<string | null>(null);
  if (versions.length === 0) return <p className="wb-soft">{versionWords.none}</p>;

  const choices = [
    { source: now, name: versionWords.now },
    ...versions
      .filter(({ source }) => source !== now)
      .map((version) => ({ source: version.source, name: nameOf(version) })),
    { source: exercise.starter, name: versionWords.starter },
  ];
  const pick = (source: string | undefined, otherwise: number) =>
    choices.find((choice) => choice.source === source) ?? choices[Math.min(otherwise, choices.length - 1)];
  const first = pick(chosen.first, 1)?.source ?? exercise.starter;
  const second = pick(chosen.second, 0)?.source ?? now;

  const write = (source: string) => {
    code.edit(source);
    // Lines that were put in order are no text: a version is code.
    code.answerBy("code");
  };
  const select = (which: "first" | "second", value: string) => (
    <label className="cp-choice">
      {versionWords[which]}
      <select value={value} onChange={({ target }) => setChosen({ ...chosen, [which]: target.value })}>
        {choices.map(({ source, name }) => (
          <option key={name} value={source}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <div className="wb-row">
        {select("first", first)}
        {select("second", second)}
      </div>
      {first === second ? (
        <p className="wb-soft">{versionWords.alike}</p>
      ) : (
        <TwoVersions first={first} second={second} />
      )}
      {before !== null && (
        <p className="wb-row">
          <button
            type="button"
            className="action quiet wb-small"
            onClick={() => {
              write(before);
              setBefore(null);
              liveRegion.say(versionWords.undone);
            }}
          >
            {versionWords.undo}
          </button>
        </p>
      )}
      <ol className="cp-versions" aria-label={versionWords.list}>
        {versions.map((version) => (
          <li key={version.source}>
            <details>
              <summary>
                {nameOf(version)}{" "}
                <span className="wb-soft">
                  {versionWords.lines(version.source.trimEnd().split("\n").length)}
                </span>
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the code may be wider than its place and has to scroll by key */}
              <pre tabIndex={0}>{showHidden(version.source)}</pre>
            </details>
            {version.source !== now && (
              <button
                type="button"
                className="action quiet wb-small"
                onClick={() => {
                  setBefore(now);
                  write(version.source);
                  liveRegion.say(versionWords.takenBack(nameOf(version)));
                }}
              >
                {versionWords.takeBack}
                <span className="sr-only"> {nameOf(version)}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
