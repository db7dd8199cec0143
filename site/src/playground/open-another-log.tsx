import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { open as words } from "../../../language/english/playground.ts";
import { InlineCodeText } from "../ui/inline-code-text.tsx";
import { loadOpening, loadWorkspaces } from "./load-on-demand.ts";
import { LogLists } from "./log-lists.tsx";
import { useIsHydrated } from "./use-is-hydrated.ts";
import { useLogReading } from "./use-log-reading.ts";

/** The ways to put another log on the tape: paste it, open a file, a log of the course, a topic of the server. */
export function OpenAnotherLog({ base }: { base: string }) {
  const { said, reading, read, refuse, cancel } = useLogReading();
  const awake = useIsHydrated();
  const [over, setOver] = useState(false);
  const field = useId();
  const status = useRef<HTMLParagraphElement>(null);
  // The button that was pressed may be far below: the answer comes into sight.
  useEffect(() => {
    if (said !== "" && !reading) status.current?.scrollIntoView({ block: "nearest" });
  }, [said, reading]);

  const openFile = (file: File | undefined) => {
    if (!file) return;
    read(async (progress, signal) => {
      const { openSharedFile } = await loadWorkspaces();
      const shared = file.size < 5_000_000 ? await openSharedFile(base, await file.text()) : null;
      if (shared) {
        if (shared.why !== null) throw new Error(shared.why);
        return null;
      }
      const { openBlob } = await loadOpening();
      return openBlob(file, file.name, { kind: "given" }, progress, signal);
    });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    openFile(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={`pg-open${over ? " over" : ""}`}
      aria-labelledby={`${field}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 id={`${field}-title`}>{words.title}</h2>
      <p className="pg-said" role="status" ref={status}>
        {said && <InlineCodeText text={said} />}
      </p>
      {reading && (
        <button type="button" className="action quiet wb-small" onClick={cancel}>
          {words.cancel}
        </button>
      )}
      <h3>{words.paste}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What was typed before the page's code was there is in the field, and nowhere else.
          const text = String(new FormData(event.currentTarget).get("log") ?? "");
          if (text.trim() === "") return refuse(words.emptyPaste);
          read(async (progress, signal) => {
            const { openBlob } = await loadOpening();
            return openBlob(new Blob([text]), "pasted", { kind: "given" }, progress, signal);
          });
        }}
      >
        <label htmlFor={`${field}-paste`}>{words.pasteLabel}</label>
        <p id={`${field}-hint`} className="pg-hint">
          {words.pasteHint}
        </p>
        <textarea
          id={`${field}-paste`}
          name="log"
          aria-describedby={`${field}-hint`}
          rows={6}
          spellCheck={false}
          placeholder={words.example}
        />
        <button type="submit" className="action" disabled={!awake}>
          {words.put}
        </button>
      </form>
      <h3>{words.file}</h3>
      <label htmlFor={`${field}-file`}>
        {words.fileLabel}, {words.drop}
      </label>
      <input
        id={`${field}-file`}
        className="pg-file"
        type="file"
        disabled={!awake}
        accept=".ndjson,.jsonl,.json,.txt,.log"
        onChange={(event) => {
          openFile(event.target.files?.[0]);
          // The same file may be opened again after it was fixed.
          event.target.value = "";
        }}
      />
      <LogLists
        base={base}
        open={(topic, source) =>
          read((_, signal) =>
            loadOpening().then(({ openDataSet, openTopic }) =>
              source === "topic" ? openTopic(base, topic, signal) : openDataSet(base, topic, signal),
            ),
          )
        }
      />
    </section>
  );
}
