import { type DragEvent, useId, useState } from "react";
import { open as words } from "../../../language/english/playground.ts";
import { Words } from "../workbench/words.tsx";
import { loadOpening, loadWorkspaces } from "./later.ts";
import { DataSets, Topics } from "./lists.tsx";
import { useAwake } from "./use-awake.ts";
import { useReading } from "./use-reading.ts";

/** The ways to put another log on the tape: paste it, open a file, a log of the course, a topic of the server. */
export function OpenAnother({ base }: { base: string }) {
  const { said, reading, read, refuse, cancel } = useReading();
  const awake = useAwake();
  const [over, setOver] = useState(false);
  const field = useId();

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
      <p className="pg-said" role="status">
        {said && <Words text={said} />}
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
          // The same file may be opened again after it was mended.
          event.target.value = "";
        }}
      />
      <DataSets
        open={(topic) =>
          read((_, signal) => loadOpening().then(({ openDataSet }) => openDataSet(base, topic, signal)))
        }
      />
      <Topics
        base={base}
        open={(topic) =>
          read((_, signal) => loadOpening().then(({ openTopic }) => openTopic(base, topic, signal)))
        }
      />
    </section>
  );
}
