import type { ShownRecord } from "../../../engine/labs/topics/topic-events.ts";
import { commandIn, decide } from "../../../engine/labs/two-writers/decide.ts";
import { evolveSeats, foldSeats, type Seats } from "../../../engine/labs/two-writers/seats.ts";
import type { OpenTransaction, TransactionalWriter } from "../../log/transactional-writer.ts";
import type { WritersTopics } from "./writers-topics.ts";

/** Events that are appended in a transaction which is still open. */
interface Decided {
  transaction: OpenTransaction;
  /** Of the first event; null where the commands led to none. */
  offset: number | null;
  seats: Seats;
  next: number;
}

/**
 * The single writer of one partition: reads the commands of the partition, and appends an event for each. Events and the
 * offset of the next command go into one transaction, so that a command is decided once.
 */
export class Decider {
  readonly partition: number;
  readonly #topics: WritersTopics;
  readonly #instance: 1 | 2;
  readonly #writer: TransactionalWriter;
  #seats: Seats;
  /** The offset of the next command. */
  #next: number;

  private constructor(
    topics: WritersTopics,
    { partition, instance }: { partition: number; instance: 1 | 2 },
    { writer, seats, next }: { writer: TransactionalWriter; seats: Seats; next: number },
  ) {
    this.#topics = topics;
    this.partition = partition;
    this.#instance = instance;
    this.#writer = writer;
    this.#seats = seats;
    this.#next = next;
  }

  /** From now on an older decider of the same partition is fenced. Throws refusals. */
  static async start(topics: WritersTopics, of: { partition: number; instance: 1 | 2 }): Promise<Decider> {
    const { partition } = of;
    const writer = await topics.log.openTransactions(topics.transactionalId(partition));
    try {
      // What an older one has committed is there; what it had open is aborted.
      const seats = foldSeats(await topics.read("bookings", partition));
      const committed = (await topics.log.groups.describe(topics.group))?.offsets ?? [];
      const next = committed.find(
        (offset) => offset.topic === topics.full("commands") && offset.partition === partition,
      )?.offset;
      return new Decider(topics, of, { writer, seats, next: next ?? 0 });
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  /** The commands that have arrived and are not decided. Waits for the first. Throws the reason of the signal. */
  async commands(signal: AbortSignal): Promise<ShownRecord[]> {
    const tail = this.#topics.tail("commands");
    for (;;) {
      const commands = tail.from(this.partition, this.#next);
      if (commands.length > 0) return commands;
      await tail.arrival(signal);
    }
  }

  /** Decides commands, and appends the events and the offset in a transaction, which stays open. */
  async append(commands: ShownRecord[]): Promise<Decided> {
    let seats = this.#seats;
    const records = commands.flatMap((record) => {
      const command = commandIn(record);
      if (!command) return [];
      const event = decide(command, seats, `${record.partition}@${record.offset}`, this.#instance);
      seats = evolveSeats(seats, event);
      return [{ key: command.flight, value: JSON.stringify(event) }];
    });
    const next = (commands.at(-1)?.offset ?? this.#next - 1) + 1;
    const transaction = await this.#writer.begin();
    try {
      const offset =
        records.length === 0
          ? null
          : await transaction.append(this.#topics.full("bookings"), this.partition, records);
      await transaction.commitOffset(this.#topics.group, this.#topics.full("commands"), this.partition, next);
      return { transaction, offset, seats, next };
    } catch (error) {
      await transaction.abort();
      throw error;
    }
  }

  /** Commits. Rejects with the client's error, also where another decider has taken the partition over. */
  async commit({ transaction, seats, next }: Decided): Promise<void> {
    await transaction.commit();
    this.#seats = seats;
    this.#next = next;
  }

  /** Decides commands as they come, until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const commands = await this.commands(signal).catch((error) => {
        if (signal.aborted) return null;
        throw error;
      });
      if (commands) await this.commit(await this.append(commands));
    }
  }

  close(): Promise<void> {
    return this.#writer.close();
  }
}
