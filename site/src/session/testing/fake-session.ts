import type { TraceMessage } from "../../../../engine/fold/trace.ts";
import type { CheckMessage, CheckProgress } from "../../../../engine/protocol/response-types.ts";
import type {
  CheckRequest,
  FoldRequest,
  FoldSession,
  RunLocation,
  WaitingRun,
  WindowRequest,
} from "../session-interface.ts";
import { createSession } from "../session-store.ts";

interface Asked<Request, Message> {
  request: Request;
  tell(...messages: Message[]): void;
  cancelled: boolean;
}

/** A session whose other end is the test: what was asked of it, newest last, and a way to answer. */
export function fakeSession(first: RunLocation = { kind: "browser", because: "no-server" }) {
  const runs: Asked<FoldRequest, TraceMessage | WaitingRun>[] = [];
  const checks: Asked<CheckRequest, CheckMessage | CheckProgress | WaitingRun>[] = [];
  const windows: Asked<WindowRequest, TraceMessage | WaitingRun>[] = [];
  const lines: Asked<FoldRequest, Parameters<Parameters<FoldSession["lines"]>[1]>[0]>[] = [];
  const listeners = new Set<() => void>();
  let where = first;
  const ask = <Request, Message>(all: Asked<Request, Message>[]) => {
    return (request: Request, listen: (message: Message) => void) => {
      const asked: Asked<Request, Message> = {
        request,
        cancelled: false,
        tell: (...messages) => {
          if (!asked.cancelled) messages.forEach(listen);
        },
      };
      all.push(asked);
      return {
        cancel: () => {
          asked.cancelled = true;
        },
      };
    };
  };
  const session = {
    where: () => where,
    watch(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: ask(runs),
    check: ask(checks),
    window: ask(windows),
    lines: ask(lines),
  } as Partial<FoldSession> as FoldSession;
  const store = createSession();
  return {
    store,
    session,
    runs,
    checks,
    windows,
    lines,
    /** Opens it, as a page does once it is the browser's. */
    open: () => store.open("/", () => session),
    moveTo(next: RunLocation) {
      where = next;
      for (const listener of listeners) listener();
    },
    listeners,
  };
}
