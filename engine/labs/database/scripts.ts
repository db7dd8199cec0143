import type { CartEvent } from "./cart.ts";
import type { Isolation } from "./events.ts";
import type { Cell } from "./grade-scripts.ts";

/** What the lab starts with: one row, two sessions that each add one, and the ways to do it right. */
export interface Example {
  id: ExampleId;
  isolation: Isolation;
  setup: string;
  scripts: { A: string; B: string };
}

export type ExampleId = "read-then-write" | "row-lock" | "version-column" | "atomic-update" | "deadlock";

/** One line with one piece. */
export const cartSetup = `DROP TABLE IF EXISTS cart_lines;
CREATE TABLE cart_lines (
  sku text PRIMARY KEY,
  qty integer NOT NULL,
  version integer NOT NULL DEFAULT 1
);
INSERT INTO cart_lines VALUES ('tee', 1);`;

const same = (script: string) => ({ A: script, B: script });

/** Psql has a way to use what was read: `\gset` makes each column a variable. */
export const examples: readonly Example[] = [
  {
    id: "read-then-write",
    isolation: "read committed",
    setup: cartSetup,
    scripts: same(`SELECT qty FROM cart_lines WHERE sku = 'tee' \\gset
UPDATE cart_lines SET qty = :qty + 1 WHERE sku = 'tee';
COMMIT;`),
  },
  {
    id: "row-lock",
    isolation: "read committed",
    setup: cartSetup,
    scripts: same(`SELECT qty FROM cart_lines WHERE sku = 'tee' FOR UPDATE \\gset
UPDATE cart_lines SET qty = :qty + 1 WHERE sku = 'tee';
COMMIT;`),
  },
  {
    id: "version-column",
    isolation: "read committed",
    setup: cartSetup,
    scripts: same(`SELECT qty, version FROM cart_lines WHERE sku = 'tee' \\gset
UPDATE cart_lines SET qty = :qty + 1, version = version + 1
 WHERE sku = 'tee' AND version = :version;
COMMIT;`),
  },
  {
    id: "atomic-update",
    isolation: "read committed",
    setup: cartSetup,
    scripts: same(`UPDATE cart_lines SET qty = qty + 1 WHERE sku = 'tee';
COMMIT;`),
  },
  {
    id: "deadlock",
    isolation: "read committed",
    setup: cartSetup.replace("('tee', 1)", "('tee', 1), ('hat', 1)"),
    scripts: {
      A: `UPDATE cart_lines SET qty = qty + 1 WHERE sku = 'tee';
UPDATE cart_lines SET qty = qty + 1 WHERE sku = 'hat';
COMMIT;`,
      B: `UPDATE cart_lines SET qty = qty + 1 WHERE sku = 'hat';
UPDATE cart_lines SET qty = qty + 1 WHERE sku = 'tee';
COMMIT;`,
    },
  },
];

/** The number that both sessions of the examples add to, and the events that say the same. */
export const cartLine: Cell & { first: number } = {
  table: "cart_lines",
  column: "qty",
  row: "tee",
  first: 1,
};

export const itemAdded: CartEvent = { type: "ItemAdded", data: { sku: cartLine.row, qty: 1 } };
