import { isConnectionFault } from "./kafka-errors.ts";

/** How long other work on a connection may go on after the connection has been dropped, in ms. */
const farewell = 5_000;

/** A client that connects on first use, is dropped when its connection fails, and connects again on the next use. */
export class SharedConnection<T> {
  #open: () => Promise<T>;
  #shut: (value: T) => Promise<void>;
  #current: Promise<T> | null = null;
  #retired = new Map<Promise<T>, NodeJS.Timeout>();

  constructor(open: () => Promise<T>, shut: (value: T) => Promise<void>) {
    this.#open = open;
    this.#shut = shut;
  }

  /** Does some work with it. A connection that is at fault is not used again; a refusal leaves it as it is. */
  async use<R>(work: (value: T) => Promise<R>): Promise<R> {
    this.#current ??= this.#open();
    const current = this.#current;
    let opened = false;
    try {
      const value = await current;
      opened = true;
      return await work(value);
    } catch (error) {
      if (!opened || isConnectionFault(error)) this.#retire(current);
      throw error;
    }
  }

  #retire(connection: Promise<T>): void {
    if (this.#current !== connection) return;
    this.#current = null;
    this.#retired.set(
      connection,
      setTimeout(() => void this.#end(connection), farewell),
    );
  }

  async #end(connection: Promise<T>): Promise<void> {
    clearTimeout(this.#retired.get(connection));
    this.#retired.delete(connection);
    await connection.then(this.#shut).catch(() => {});
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    await Promise.all(
      [...this.#retired.keys(), ...(current ? [current] : [])].map((each) => this.#end(each)),
    );
  }
}
