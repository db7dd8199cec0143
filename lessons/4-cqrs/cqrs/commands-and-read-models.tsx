import { useEffect, useId, useState } from "react";
import { LogStrip } from "../../../figures/pipeline/log-strip.tsx";
import { Flow, PipelineStage } from "../../../figures/pipeline/pipeline-stage.tsx";
import {
  type CartCommand,
  type CartEvent,
  decide,
  exampleCommands,
  foldCart,
  foldWanted,
} from "./cart-decider.ts";

const commands: [label: string, command: CartCommand][] = [
  ["Add socks", { type: "AddItem", data: { sku: "socks", qty: 1 } }],
  ["Add a t-shirt", { type: "AddItem", data: { sku: "t-shirt", qty: 1 } }],
  ["Take out the hat", { type: "RemoveItem", data: { sku: "hat", qty: 1 } }],
  ["Check out", { type: "CheckOut", data: {} }],
];

interface Said {
  command: string;
  refused: string | null;
  offset: number;
  /** Counts the commands, so that the same answer twice is announced twice. */
  turn: number;
}

/** The shop's counter: commands in, an answer out, events on the log, and two views that follow behind. */
export function CommandsAndReadModels() {
  const id = useId();
  const [log, setLog] = useState<CartEvent[]>(exampleCommands);
  const [read, setRead] = useState(exampleCommands.length);
  const [lag, setLag] = useState(3);
  const [said, setSaid] = useState<Said | null>(null);
  const behind = log.length - read;

  // One record after the other, each `lag` seconds after the one before it: a projector that is slow, not wrong.
  useEffect(() => {
    if (behind === 0) return;
    const timer = setTimeout(() => setRead((n) => n + 1), lag * 1000);
    return () => clearTimeout(timer);
  }, [read, behind === 0, lag]);

  const send = (command: CartCommand) => {
    const answer = decide(command, foldCart(log));
    const turn = (said?.turn ?? 0) + 1;
    if ("rejected" in answer) {
      setSaid({ command: wordsOf(command), refused: answer.rejected, offset: -1, turn });
      return;
    }
    setSaid({ command: wordsOf(command), refused: null, offset: log.length, turn });
    setLog([...log, ...answer]);
  };
  const restart = () => {
    setLog(exampleCommands);
    setRead(exampleCommands.length);
    setSaid(null);
  };

  return (
    <section className="cqrs-counter" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Send commands to the shop</h3>
      <p>
        This log is shorter than the log of cart-7: it has four records, and its cart has three lines. Send a
        command, read the answer, then look at the cart page.
      </p>
      <div className="cqrs-commands">
        {commands.map(([label, command]) => (
          <button key={label} type="button" onClick={() => send(command)}>
            {label}
          </button>
        ))}
      </div>
      <div className="cqrs-pipeline">
        <Flow down label="a command" />
        <PipelineStage title="decide">
          <p role="status">{said ? <Answer key={said.turn} {...said} /> : "waits for a command."}</p>
          <small>{describeFold(log, said)}</small>
        </PipelineStage>
        <Flow down label="if accepted: the events are appended" />
        <LogStrip label="The log of the cart" records={log.map(stripRecord)} read={read} reader="the views" />
        <div className="cqrs-lag">
          <Flow down when="later" />
          <label htmlFor={`${id}-lag`}>
            Two programs read the log, each with its projector. Time for each record:
          </label>
          <input
            id={`${id}-lag`}
            type="range"
            min={0}
            max={10}
            value={lag}
            onChange={(event) => setLag(Number(event.target.value))}
            aria-valuetext={`${lag} seconds for each record`}
          />
          <output htmlFor={`${id}-lag`}>{lag} s</output>
        </div>
        <Views log={log} read={read} written={said && said.refused === null ? said.offset : null} />
      </div>
      <button type="button" className="cqrs-restart" onClick={restart}>
        Start again
      </button>
    </section>
  );
}

function Answer({ command, refused, offset }: Said) {
  return refused === null ? (
    <>
      {command}: <strong className="yes">accepted at offset {offset}</strong>
    </>
  ) : (
    <>
      {command}: <strong className="no">refused</strong>, because {refused}. Nothing is appended.
    </>
  );
}

/** What a reader is shown: folded from the records the projectors have seen, and no further. */
function Views({ log, read, written }: { log: CartEvent[]; read: number; written: number | null }) {
  const seen = log.slice(0, read);
  const cart = foldCart(seen);
  const pieces = Object.values(cart.lines).reduce((sum, qty) => sum + qty, 0);
  const behind = log.length - read;
  return (
    <div className="cqrs-views">
      <PipelineStage title="cartOf: the cart page">
        <Counts counts={cart.lines} />
        <small>
          {pieces} pieces, {cart.checkedOut ? "checked out" : "open"}
        </small>
      </PipelineStage>
      <PipelineStage title="itemsWanted: ever added">
        <Counts counts={foldWanted(seen)} />
      </PipelineStage>
      <p className={behind > 0 ? "cqrs-behind" : undefined}>
        Both views show the log up to offset {read - 1}
        {behind === 0
          ? ", the end of the log."
          : `, ${behind} ${behind === 1 ? "record" : "records"} behind.`}
        {written !== null && behind > 0 && written >= read && (
          <> Your event is at offset {written}, and the page does not show it yet.</>
        )}
      </p>
    </div>
  );
}

function Counts({ counts }: { counts: Record<string, number> }) {
  const entries = Object.entries(counts);
  if (entries.length === 0) return <p>nothing</p>;
  return (
    <ul>
      {entries.map(([sku, qty]) => (
        <li key={sku}>
          {sku} <code>{qty}</code>
        </li>
      ))}
    </ul>
  );
}

/** Which records `decide` knew when it answered. An accepted event is appended only after that. */
function describeFold(log: CartEvent[], said: Said | null): string {
  const known = said?.refused === null ? said.offset : log.length;
  return said
    ? `It knew ${known} records, offsets 0 to ${known - 1}, when it decided.`
    : `It will look at all ${known} records, offsets 0 to ${known - 1}.`;
}

function wordsOf({ type, data }: CartCommand): string {
  return "sku" in data ? `${type} ${data.sku}` : type;
}

function stripRecord(event: CartEvent, offset: number) {
  const { sku, qty, shopper } = event.data as { sku?: string; qty?: number; shopper?: string };
  return { offset, type: event.type, summary: sku ? `${sku} ${qty}` : (shopper ?? "") };
}
