/** The tables that are captured. Each has one column that is its primary key: `id`. */
export const capturedTables = ["orders", "payments"] as const;
export type CapturedTable = (typeof capturedTables)[number];

export const replicaIdentities = ["default", "full"] as const;
export type ReplicaIdentity = (typeof replicaIdentities)[number];

/** Makes the tables and their first rows, where they are not there yet. */
export const setup: readonly string[] = [
  "CREATE TABLE orders (id integer PRIMARY KEY, customer text, address text, status text)",
  "CREATE TABLE payments (id integer PRIMARY KEY, order_id integer, euros integer)",
  `INSERT INTO orders VALUES
  (1, 'Ada', '1 Mill Lane', 'NEW'),
  (2, 'Ben', '2 Hill Road', 'NEW'),
  (3, 'Cleo', '3 Park Row', 'PAID')`,
];

/** Prepared SQL. The first three are one business action, "order 1 is paid", as three programs may write it. */
export const shapes = {
  "pay-update": ["UPDATE orders SET status = 'PAID' WHERE id = 1"],
  "pay-rewrite": [
    "BEGIN",
    "DELETE FROM orders WHERE id = 1",
    "INSERT INTO orders VALUES (1, 'Ada', '1 Mill Lane', 'PAID')",
    "COMMIT",
  ],
  "pay-row": ["INSERT INTO payments SELECT coalesce(max(id), 0) + 1, 1, 30 FROM payments"],
  "change-address": ["UPDATE orders SET address = '9 Quay Street' WHERE id = 2"],
  "place-order": ["INSERT INTO orders SELECT max(id) + 1, 'Dana', '4 Dock Street', 'NEW' FROM orders"],
  "delete-order": ["DELETE FROM orders WHERE id = 3"],
} as const satisfies Record<string, readonly string[]>;

export type ShapeId = keyof typeof shapes;
export const shapeIds = Object.keys(shapes) as ShapeId[];

/** The shapes of one business action. */
export const paymentShapes = ["pay-update", "pay-rewrite", "pay-row"] as const satisfies ShapeId[];
