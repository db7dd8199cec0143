/** How long work that others have under way on a connection may go on after it has been given up, in ms. */
const farewell = 5_000;

/** Something that is connected on first use, given up when it fails, and connected anew on the next use. */
export class Connection<T> {
  #open: () => Promise<T>;
  #shut: (value: T) => Promise<void>;
  #current: Promise<T> | null = null;
  #retired = new Map<Promise<T>, NodeJS.Timeout>();

  constructor(open: () => Promise<T>, shut: (value: T) => Promise<void>) {
    this.#open = open;
    this.#shut = shut;
  }

  /** Does some work with it. Where the work fails, nobody gets this connection any more, unless `harmless` says so. */
  async use<R>(
    work: (value: T) => Promise<R>,
    harmless: (error: unknown) => boolean = () => false,
  ): Promise<R> {
    this.#current ??= this.#open();
    const current = this.#current;
    try {
      return await work(await current);
    } catch (error) {
      if (!harmless(error)) this.#retire(current);
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
