import { messageBytes } from "../../../engine/protocol/request-limits.ts";
import type { ServerInfo } from "../../../engine/protocol/response-types.ts";
import { sessionWords } from "../../../language/english/server-or-engine-away.ts";
import { transportInPageLanguage } from "../language/engine-sentences.ts";
import { browserTransport } from "./browser-transport.ts";
import { kafkaTransport } from "./kafka-transport.ts";
import { apiUrl, serverAnswers } from "./server-address.ts";
import { ServerSocket } from "./server-socket.ts";
import {
  type FoldRequest,
  type FoldSession,
  type Handle,
  localRunPrefix,
  Refusal,
  type RunLocation,
  type WindowRequest,
} from "./session-interface.ts";

/** Bytes kept for the names, expressions and commands that a request has beside its records and its code. */
const restOfMessage = 8 * 1024;

const sessions = new Map<string, FoldSession>();

/** The page's session. `base` is the path the site lies under; all workbenches of a page share one connection. */
export function connect(base: string): FoldSession {
  const known = sessions.get(base);
  if (known) return known;
  const made = openSession(apiUrl(base));
  sessions.set(base, made);
  return made;
}

function openSession(api: URL): FoldSession {
  const listeners = new Set<() => void>();
  let where: RunLocation = { kind: "finding" };
  let wasThere = false;
  const settle = () => {
    const next = whereNow(socket, wasThere);
    wasThere ||= next.kind === "kafka";
    if (JSON.stringify(next) === JSON.stringify(where)) return;
    where = next;
    for (const listener of listeners) listener();
    if (where.kind === "kafka" && where.version === null) void learnVersion(api, socket).then(settle);
  };
  const socket = new ServerSocket(api, settle);
  const kafka = transportInPageLanguage(kafkaTransport(socket, api));
  const browser = transportInPageLanguage(browserTransport());
  const found = find(api, socket).then(settle);
  const noServer = (what: keyof typeof sessionWords.noServer) =>
    new Refusal("no-server", socket.full ? sessionWords.full : sessionWords.noServer[what]);

  /** Waits until it is known where folds run, then starts there. */
  const start = (begin: (transport: typeof kafka | typeof browser) => Handle): Handle => {
    let handle: Handle | null = null;
    let given = false;
    const go = () => {
      if (!given) handle = begin(where.kind === "kafka" ? kafka : browser);
    };
    if (where.kind === "finding") void found.then(go);
    else go();
    return {
      cancel() {
        given = true;
        handle?.cancel();
      },
    };
  };

  /** A topic lies on the server alone; a log that the page holds stays in the browser. */
  const startFold = (request: FoldRequest, begin: (transport: typeof kafka | typeof browser) => Handle) =>
    start((to) => {
      if (request.log.kind === "topic") return begin(kafka);
      if (request.log.kind === "long" || isTooLongToSend(request)) return begin(browser);
      return begin(request.payload.made === "here" ? browser : to);
    });

  /** A long fold is looked into where it was made. */
  const lookedInto = ({ runId }: WindowRequest) => (runId.startsWith(localRunPrefix) ? browser : kafka);

  return {
    where: () => where,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: (request, listen) => startFold(request, (to) => to.run(request, listen)),
    lines: (request, listen) => startFold(request, (to) => to.lines(request, listen)),
    window: (request, listen) => lookedInto(request).window(request, listen),
    windowLines: (request, listen) => lookedInto(request).windowLines(request, listen),
    records: (topic, partition, from, to) =>
      where.kind === "kafka" ? kafka.records(topic, partition, from, to) : Promise.reject(noServer("tail")),
    check: (request, listen) => start((to) => to.check(request, listen)),
    compare: (payload, source) =>
      found.then(() => (where.kind === "kafka" ? kafka : browser).compare(payload, source)),
    append: (topic, key, event) =>
      found.then(() =>
        where.kind === "kafka" ? kafka.append(topic, key, event) : Promise.reject(noServer("append")),
      ),
    solution: (exercise) =>
      found.then(() =>
        where.kind === "kafka" ? kafka.solution(exercise) : Promise.reject(noServer("solution")),
      ),
    tail(topic, listen, ended) {
      if (where.kind === "kafka") return kafka.tail(topic, listen, ended);
      queueMicrotask(() => ended(noServer("tail")));
      return { cancel() {} };
    },
    tools: () =>
      found.then(() =>
        import("./open-terminal-tools.ts").then(({ openTools }) => openTools(socket, () => where, api)),
      ),
    labs: () => import("./open-lab-connection.ts").then(({ openLabs }) => openLabs(socket)),
    retry: () => void socket.reopen(),
  };
}

/** Whether its records and its code are more than a message to the server may hold. */
function isTooLongToSend({ log, source }: FoldRequest): boolean {
  if (log.kind !== "records") return false;
  return new Blob([JSON.stringify(log.records), JSON.stringify(source)]).size > messageBytes - restOfMessage;
}

/** Looks for the server. Where there is none no WebSocket is tried, and the browser folds by itself. */
async function find(api: URL, socket: ServerSocket): Promise<void> {
  if (await serverAnswers(api)) await socket.open();
}

/** A server that has just started greets before its broker has said its version: asks once more, a little later. */
async function learnVersion(api: URL, socket: ServerSocket): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  try {
    const about = (await (await fetch(new URL("about", api))).json()) as ServerInfo;
    if (socket.hello) socket.hello = { ...socket.hello, about };
  } catch {
    // The server has gone again; the socket says so.
  }
}

function whereNow(socket: ServerSocket, wasThere: boolean): RunLocation {
  if (socket.full) return { kind: "browser", because: "full" };
  if (!socket.hello) return { kind: "browser", because: wasThere ? "lost" : "no-server" };
  const { log } = socket.hello.about;
  if (log.kind === "none") return { kind: "browser", because: "no-kafka" };
  return { kind: "kafka", version: log.version, sentence: log.sentence, learner: socket.hello.learner };
}
