import { Client, type ClientConfig } from "pg";

/** The view of one projector, in the database that the learner's role has for this lab. */
export class ViewTable {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Connects, and makes the tables where they do not exist. */
  static async open(config: ClientConfig): Promise<ViewTable> {
    const client = new Client(config);
    // An end between two statements is noticed by the next one.
    client.on("error", () => {});
    await client.connect();
    await client.query(
      `CREATE TABLE IF NOT EXISTS orders_view (step_order text, customer text, orders integer NOT NULL, PRIMARY KEY (step_order, customer));
       CREATE TABLE IF NOT EXISTS positions (step_order text PRIMARY KEY, next integer NOT NULL)`,
    );
    return new ViewTable(client);
  }

  async begin(): Promise<void> {
    await this.#client.query("BEGIN");
  }

  async commit(): Promise<void> {
    await this.#client.query("COMMIT");
  }

  /** Adds one order of the customer. */
  async addOrder(view: string, customer: string): Promise<void> {
    await this.#client.query(
      `INSERT INTO orders_view VALUES ($1, $2, 1)
       ON CONFLICT (step_order, customer) DO UPDATE SET orders = orders_view.orders + 1`,
      [view, customer],
    );
  }

  async storePosition(view: string, next: number): Promise<void> {
    await this.#client.query(
      "INSERT INTO positions VALUES ($1, $2) ON CONFLICT (step_order) DO UPDATE SET next = $2",
      [view, next],
    );
  }

  async position(view: string): Promise<number> {
    const { rows } = await this.#client.query("SELECT next FROM positions WHERE step_order = $1", [view]);
    return rows[0]?.next ?? 0;
  }

  async rows(view: string): Promise<{ customer: string; orders: number }[]> {
    const { rows } = await this.#client.query(
      "SELECT customer, orders FROM orders_view WHERE step_order = $1 ORDER BY customer",
      [view],
    );
    return rows;
  }

  async clear(view: string): Promise<void> {
    await this.#client.query("DELETE FROM orders_view WHERE step_order = $1", [view]);
    await this.#client.query("DELETE FROM positions WHERE step_order = $1", [view]);
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {});
  }
}
