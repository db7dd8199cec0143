import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { formatPosition, type Position } from "../../../engine/fold/event.ts";
import type { ExerciseTerminal } from "../../../engine/protocol/exercise-types.ts";
import { terminalWords } from "../../../language/english/terminal.ts";
import type { FoldSession, RunLocation } from "../session/session-interface.ts";
import type { PrintedRecord } from "./shell.ts";
import { type OpenTerminal, openTerminal } from "./xterm.ts";
import "./adopt-styles.ts";

interface TerminalPanelProps {
  session: FoldSession;
  where: RunLocation;
  /** Opens the card of a record that was printed. */
  openRecord(position: Position): void;
  /** The tools it offers, and ready commands; without it all tools and none. */
  preset?: ExerciseTerminal;
  /** The address of the page of its own, where this is not it. */
  page?: string;
}

const none: readonly PrintedRecord[] = [];

/** Keys that a touch keyboard does not have, with what they send. */
const touchKeys = [
  ["Ctrl-C", "\x03"],
  ["Ctrl-D", "\x04"],
  ["Tab", "\t"],
  ["↑", "\x1b[A"],
] as const;

/** Kafka's tools on a screen, and the records they printed as a list that a keyboard reaches. */
export function TerminalPanel({ session, where, openRecord, preset, page }: TerminalPanelProps) {
  const place = useRef<HTMLDivElement>(null);
  const [terminal, setTerminal] = useState<OpenTerminal | null>(null);
  const [aloud, setAloud] = useState(false);
  const latest = useRef(openRecord);
  latest.current = openRecord;

  useEffect(() => {
    let gone = false;
    let hide = () => {};
    session.tools().then((tools) => {
      if (gone || !place.current) return;
      const made = openTerminal(tools, terminalWords.welcome);
      hide = made.show(place.current, (position) => latest.current(position));
      setTerminal(made);
    });
    return () => {
      gone = true;
      hide();
    };
  }, [session]);
  useEffect(() => terminal?.readAloud(aloud), [terminal, aloud]);
  useEffect(() => {
    if (terminal) terminal.shell.offered = preset?.tools;
  }, [terminal, preset]);
  const putAtPrompt = (line: string) => {
    terminal?.shell.putLine(line);
    terminal?.focus();
  };

  const records = useSyncExternalStore(
    (changed) => terminal?.shell.watch(changed) ?? (() => {}),
    () => terminal?.shell.records ?? none,
    () => none,
  );
  return (
    <section className="terminal" aria-label={terminalWords.name}>
      {where.kind === "browser" && <p className="terminal-where">{terminalWords.recorded}</p>}
      {preset && preset.commands.length > 0 && (
        <ul className="terminal-commands" aria-label={terminalWords.commands}>
          {preset.commands.map((line) => (
            <li key={line}>
              <button type="button" onClick={() => putAtPrompt(line)}>
                {line}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="terminal-screen" ref={place} />
      <div className="terminal-touch-keys" role="toolbar" aria-label={terminalWords.touchKeys}>
        {touchKeys.map(([name, sent]) => (
          <button
            key={name}
            type="button"
            // The screen keeps the focus, and a touch keyboard stays where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => terminal?.shell.feed(sent)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="terminal-foot">
        <p>
          <span className="terminal-keys">{terminalWords.keys}</span>{" "}
          {page && <a href={page}>{terminalWords.onItsPage}</a>}
        </p>
        <button
          type="button"
          className="terminal-aloud"
          aria-pressed={aloud}
          onClick={() => setAloud(!aloud)}
        >
          {terminalWords.screenReader}
        </button>
      </div>
      {records.length > 0 && (
        <details className="terminal-records">
          <summary>{terminalWords.records(terminal?.shell.printed ?? 0)}</summary>
          <p>{terminalWords.opensCard}</p>
          <ol>
            {records.map(({ position, text }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same record may have been printed several times
              <li key={`${at} ${formatPosition(position)}`}>
                <button type="button" onClick={() => openRecord(position)}>
                  <span>{terminalWords.open(position.topic, position.partition, position.offset)}</span>
                  <code>{text}</code>
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
