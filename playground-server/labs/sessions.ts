import { z } from "zod";
import type { LabEvent } from "../../engine/labs/lab-event.ts";
import { openLab } from "../../engine/labs/lab-status.ts";
import type { LabHandled, LabMessage, LabSummary } from "../../engine/protocol/lab-types.ts";
import type { LabCommandBody } from "../../engine/protocol/request-types.ts";
import type { Caller } from "../caller.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import type { Log } from "../log/open-log.ts";
import type { Settings } from "../settings.ts";
import type { WorkUnderWay } from "../work-under-way.ts";
import type { Lab } from "./lab.ts";
import { LabHistory } from "./lab-history.ts";
import { LearnerLab } from "./learner-lab.ts";
import { namesOf } from "./learner-names.ts";
import { labLimits } from "./limits.ts";
import type { LabServices } from "./services.ts";

/** Seconds after which a lab that nobody uses may have been closed. */
const retryAfter = 60;

type Emit = (message: LabMessage | LabHandled) => void;
type Change = (learnerLab: LearnerLab, given: AbortSignal) => Promise<void>;

export interface LabSessionsOptions {
  list: readonly Lab[];
  services: LabServices;
  log: Log;
  work: WorkUnderWay;
  settings: Settings["labs"];
}

/** Every learner's labs: one session per learner and lab. Everything throws refusals. */
export class LabSessions {
  readonly #options: LabSessionsOptions;
  readonly #labs: Map<string, Lab>;
  readonly #learnerLabs = new Map<string, { learnerLab: LearnerLab; address: string }>();
  /** How many commands were done, by lab; for /metrics. */
  readonly handled = new Map<string, number>();

  constructor(options: LabSessionsOptions) {
    this.#options = options;
    const { idleSeconds, only } = options.settings;
    const on = options.list.filter(({ id }) => only === null || only.has(id));
    const asSet = (lab: Lab): Lab =>
      idleSeconds === null ? lab : { ...lab, limits: { ...lab.limits, idleSeconds } };
    this.#labs = new Map(on.map((lab) => [lab.id, asSet(lab)]));
  }

  /** How many are open; for /metrics. */
  get open(): number {
    return this.#all().filter(({ learnerLab }) => learnerLab.open).length;
  }

  /** Of how many learners' labs the events are kept; for /metrics. */
  get kept(): number {
    return this.#learnerLabs.size;
  }

  /** How many systems run for labs now; for /metrics. */
  get servicesRunning(): number {
    return this.#options.services.running;
  }

  list(): Promise<LabSummary[]> {
    return Promise.all(
      [...this.#labs.values()].map(async ({ id, needs, commands, limits }) => ({
        id,
        needs: await this.#options.services.needs(needs),
        commands: { [openLab]: {}, ...schemasOf(commands) },
        limits,
      })),
    );
  }

  /** Does a command. Emits the events from its start to its end, where they are wanted, then `lab-handled`. */
  async handle(
    id: string,
    { type, data = {} }: LabCommandBody,
    caller: Caller,
    emit: Emit,
    { wantsEvents, signal }: { wantsEvents: boolean; signal: AbortSignal },
  ): Promise<void> {
    const send: Emit = (message) => signal.aborted || emit(message);
    const hear = wantsEvents ? (event: LabEvent) => send({ kind: "lab-event", ...event }) : undefined;
    const change: Change = (learnerLab, given) => learnerLab.handle({ type, data }, given, hear);
    send(await this.#change(id, caller, change));
    this.handled.set(id, (this.handled.get(id) ?? 0) + 1);
  }

  /** Removes everything of the learner from the lab's real system. */
  reset(id: string, caller: Caller): Promise<LabHandled> {
    return this.#change(id, caller, (learnerLab) => learnerLab.reset());
  }

  /** What happened in the learner's lab so far, from an index on. */
  read(id: string, from: number, { learner }: Caller): LabMessage[] {
    const lab = this.#lab(id);
    const known = this.#learnerLabs.get(keyOf(id, learner));
    return (known?.learnerLab.history ?? new LabHistory(lab.fold, lab.limits.events)).read(from);
  }

  /** The same, and what happens from then on, until `signal` aborts. */
  async follow(id: string, from: number, caller: Caller, emit: Emit, signal: AbortSignal): Promise<void> {
    const { history } = this.#learnerLab(this.#lab(id), caller);
    for (const message of history.read(from)) emit(message);
    const stop = history.listen((event) => event.index >= from && emit({ kind: "lab-event", ...event }));
    await abortOf(signal);
    stop();
    // Whoever only looked leaves nothing behind.
    if (history.next === 0) this.#learnerLabs.delete(keyOf(id, caller.learner));
  }

  /** Closes all sessions, and then the services. What learners have in real systems stays until these start anew. */
  async close(): Promise<void> {
    await this.closeAll();
    await this.#options.services.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#all().map(({ learnerLab }) => learnerLab.close(null)));
  }

  async #change(id: string, caller: Caller, change: Change): Promise<LabHandled> {
    const lab = this.#lab(id);
    // What a lab makes in a real system must have an owner who can come back to it.
    if (!caller.returned) throw new Refusal("session-new");
    const learnerLab = this.#learnerLab(lab, caller);
    if (!learnerLab.active) this.#expectRoom(caller);
    // A page that is loaded again in the middle of a command finds its outcome in the events.
    await this.#options.work.do(never, (given) => change(learnerLab, given));
    return { kind: "lab-handled", next: learnerLab.history.next };
  }

  #lab(id: string): Lab {
    const lab = this.#labs.get(id);
    if (lab) return lab;
    throw new Refusal("lab-unknown", refusalDetail("no-such-lab", { id: JSON.stringify(id) }));
  }

  #learnerLab(lab: Lab, { learner, address }: Caller): LearnerLab {
    const key = keyOf(lab.id, learner);
    const known = this.#learnerLabs.get(key);
    if (known) return known.learnerLab;
    const { services, log } = this.#options;
    const learnerLab = new LearnerLab(lab, { names: namesOf(learner), address, log, services });
    this.#learnerLabs.set(key, { learnerLab, address });
    this.#forgetOldest();
    return learnerLab;
  }

  #expectRoom({ address }: Caller): void {
    const { sessions, sessionsPerAddress } = this.#options.settings;
    const active = this.#all().filter(({ learnerLab }) => learnerLab.active);
    if (active.filter((each) => each.address === address).length >= sessionsPerAddress) {
      const detail = refusalDetail("labs-of-address", { most: sessionsPerAddress });
      throw new Refusal("labs-full", detail, { retryAfter });
    }
    if (active.length >= sessions) {
      throw new Refusal("labs-full", refusalDetail("labs-of-everybody", { most: sessions }), { retryAfter });
    }
  }

  #forgetOldest(): void {
    if (this.#learnerLabs.size <= labLimits.histories) return;
    const closed = [...this.#learnerLabs].filter(([, { learnerLab }]) => !learnerLab.active);
    const [oldest] = closed.sort(([, a], [, b]) => a.learnerLab.lastUse - b.learnerLab.lastUse);
    if (oldest) this.#learnerLabs.delete(oldest[0]);
  }

  #all() {
    return [...this.#learnerLabs.values()];
  }
}

const never = new AbortController().signal;

const keyOf = (id: string, learner: string) => `${id} ${learner}`;

function schemasOf(commands: Lab["commands"]): Record<string, object> {
  return Object.fromEntries(
    Object.entries(commands).map(([type, schema]) => [type, z.toJSONSchema(schema, { io: "input" })]),
  );
}

function abortOf(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
