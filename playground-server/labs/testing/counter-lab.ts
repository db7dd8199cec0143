import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { LabFact } from "../../../engine/labs/lab-event.ts";
import { verbatimMessage } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";
import type { Lab } from "../lab.ts";
import { counterService } from "./counter-service.ts";

/** How far each learner's counter is, as its screen shows it. */
export interface CounterState {
  count: number;
}

const commands = {
  Add: z.strictObject({ by: z.number().int().positive() }),
  /** Goes on until it is cancelled, or given up. */
  Wait: z.strictObject({}),
  Cancel: z.strictObject({}),
  /** Emits an event of so many bytes. */
  Fill: z.strictObject({ bytes: z.number().int() }),
};

/** The smallest lab with a system of its own: counters that all learners' sessions share, one for each learner. */
export function counterLab(
  service = counterService(),
  limits: Partial<Lab["limits"]> = {},
  id = "counter",
): Lab {
  return {
    id,
    needs: [service],
    commands,
    atAnyTime: ["Cancel"],
    fold: {
      initialState: (): CounterState => ({ count: 0 }),
      evolve: (state: CounterState, { type, data }: LabFact) =>
        type === "Added" ? { count: state.count + (data as { by: number }).by } : state,
    },
    limits: { commandsPerMinute: 60, idleSeconds: 60, events: 100, ...limits },
    async open({ names, services, emit }) {
      const counters = services.address(service);
      const { account } = names;
      let cancel = new AbortController();
      return {
        async handle({ type, data }, signal) {
          if (type === "Add") {
            const { by } = data as { by: number };
            if (by > 100) throw new Refusal("lab-refused", verbatimMessage(`${by} is more than 100.`));
            counters.set(account, (counters.get(account) ?? 0) + by);
            emit({ type: "Added", data: { by, count: counters.get(account) } });
          }
          if (type === "Wait") {
            emit({ type: "WaitStarted", data: {} });
            cancel = new AbortController();
            await sleep(60_000, undefined, { signal: AbortSignal.any([signal, cancel.signal]) }).catch(
              () => {},
            );
            emit({ type: "WaitEnded", data: { cancelled: cancel.signal.aborted } });
            signal.throwIfAborted();
          }
          if (type === "Cancel") cancel.abort();
          if (type === "Fill") emit({ type: "Filled", data: "x".repeat((data as { bytes: number }).bytes) });
        },
        async reset() {
          counters.delete(account);
        },
        async close() {},
      };
    },
  };
}
