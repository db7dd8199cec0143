import { type Message, verbatimMessage } from "../../../engine/sentences/message.ts";
import type { Service } from "../service.ts";

export interface CounterService extends Service<Map<string, number>> {
  /** How often it was started and stopped. */
  starts: number;
  stops: number;
  /** What is in the way of a start, where a test says so. */
  missing: Message | null;
  /** Thrown by the next start, where a test says so. */
  failure: Error | null;
  /** What it keeps, also over its stops. */
  counters: Map<string, number>;
  /** Lets it end by itself. */
  kill(): void;
}

/** A system in this process, for tests of what all services have in common. */
export function counterService(): CounterService {
  let die = (_why: Message) => {};
  return {
    id: "counter",
    title: "The counter",
    estimateSeconds: 2,
    starts: 0,
    stops: 0,
    missing: null,
    failure: null,
    counters: new Map(),
    async unavailable() {
      return this.missing;
    },
    async start({ step }) {
      step(verbatimMessage("It winds its spring."));
      if (this.failure) throw this.failure;
      this.starts++;
      const died = new Promise<Message>((resolve) => {
        die = resolve;
      });
      return {
        address: this.counters,
        died,
        stop: async () => {
          this.stops++;
        },
      };
    },
    kill: () => die(verbatimMessage("Its spring broke.")),
  };
}
