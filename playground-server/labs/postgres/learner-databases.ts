import { createHmac } from "node:crypto";
import { Client } from "pg";
import type { LearnerNames } from "../learner-names.ts";
import { LearnerDatabase } from "./learner-database.ts";
import { postgresLimits } from "./limits.ts";
import { ServerActivity } from "./server-activity.ts";
import { learnerSchemas, makeTemplate, templateDatabase, urlOf } from "./template-database.ts";

/**
 * A database and a role for each learner on one server. A database of one's own, and not only a schema: names of tables,
 * advisory locks and notifications of another database cannot be seen, and a copy of the template takes 20 to 40 ms.
 */
export class LearnerDatabases {
  readonly activity: ServerActivity;
  readonly #url: string;
  /** One after the other: PostgreSQL copies a template only while nobody else does. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #lastUse = new Map<string, number>();

  private constructor(url: string, activity: ServerActivity) {
    this.#url = url;
    this.activity = activity;
  }

  /** `url`: of a role that may create roles and databases; `ours`: whether the whole server is ours. */
  static async open(url: string, ours: boolean): Promise<LearnerDatabases> {
    const activity = new ServerActivity(url);
    try {
      await makeTemplate(activity, url, ours);
      return new LearnerDatabases(url, activity);
    } catch (error) {
      await activity.close();
      throw error;
    }
  }

  /** A learner's database; it is made where it does not exist, and its role is set right where the learner changed it. */
  async of({ role: name }: Pick<LearnerNames, "role">): Promise<LearnerDatabase> {
    this.#lastUse.set(name, Date.now());
    await this.#next(() => this.#make(name));
    return new LearnerDatabase(name, { connectionString: this.urlOf(name, name).href }, this.activity);
  }

  /** Removes a learner's database and role, and ends the connections to it. */
  async drop({ role }: Pick<LearnerNames, "role">): Promise<void> {
    await this.#next(() => this.#drop(role));
  }

  /** Does work in a learner's database with the server's own role. */
  async asOperator<Result>(database: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = new Client({ connectionString: urlOf(this.#url, database) });
    // An end between two statements is noticed by the next one.
    client.on("error", () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Where a role of ours that belongs to a learner's database finds it. Secret. */
  urlOf(database: string, role: string): URL {
    const url = new URL(urlOf(this.#url, database));
    url.username = role;
    url.password = this.passwordOf(role);
    return url;
  }

  async close(): Promise<void> {
    await this.activity.close();
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #make(name: string): Promise<void> {
    const { connections } = postgresLimits;
    const [role] = await this.activity.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
    const rights = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT CONNECTION LIMIT ${connections} PASSWORD '${this.passwordOf(name)}'`;
    await this.activity.query(`${role ? "ALTER" : "CREATE"} ROLE ${name} ${rights}`);
    // A learner may change the password of the own role, and the settings with which it begins.
    await this.activity.query(`ALTER ROLE ${name} RESET ALL`);
    const [database] = await this.activity.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (database) {
      await this.activity.query(`ALTER ROLE ${name} IN DATABASE ${name} RESET ALL`);
      return;
    }
    await this.#makeRoom();
    await this.activity.query(`CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
    await this.activity.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await this.activity.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${name}`);
    await this.asOperator(name, async (client) => {
      for (const schema of learnerSchemas)
        await client.query(`GRANT USAGE, CREATE ON SCHEMA ${schema} TO ${name}`);
    });
  }

  async #drop(name: string): Promise<void> {
    this.#lastUse.delete(name);
    await this.activity.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.activity.query(`DROP ROLE IF EXISTS ${name}`);
  }

  /** Drops databases that nobody uses until one more has room; the one unused for longest first. */
  async #makeRoom(): Promise<void> {
    const all = await this.activity.query<{ name: string; used: boolean }>(
      `SELECT datname AS name, EXISTS (SELECT FROM pg_stat_activity WHERE datid = pg_database.oid) AS used
         FROM pg_database WHERE datname ~ '^learner_[0-9a-f]{32}(_[a-z]+)?$'`,
    );
    const unused = all
      .filter(({ used }) => !used)
      .sort((a, b) => (this.#lastUse.get(a.name) ?? 0) - (this.#lastUse.get(b.name) ?? 0));
    for (const { name } of unused.slice(0, Math.max(0, all.length + 1 - postgresLimits.databases)))
      await this.#drop(name);
  }

  /** The same on every replica of the server, and known to nobody who does not know that of `url`. */
  passwordOf(name: string): string {
    return createHmac("sha256", decodeURIComponent(new URL(this.#url).password))
      .update(name)
      .digest("hex");
  }
}
