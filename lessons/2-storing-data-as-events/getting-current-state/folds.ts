import type { ShopperEvent } from "./shopper-log.ts";

export interface Cart {
  lines: Record<string, number>;
  status: "none" | "open" | "checked out";
  ignored: string[];
}

export type Evolve = (cart: Cart, event: ShopperEvent) => Cart;

export const initialState = (): Cart => ({ lines: {}, status: "none", ignored: [] });

/** The lesson's fold, as the exercise's solution has it. */
export const evolve: Evolve = (cart, event) => {
  switch (event.type) {
    case "CartOpened":
      return { ...initialState(), status: "open" };
    case "ItemAdded": {
      const { sku, qty } = event.data;
      return { ...cart, lines: { ...cart.lines, [sku]: (cart.lines[sku] ?? 0) + qty } };
    }
    case "ItemRemoved": {
      const { sku, qty } = event.data;
      const { [sku]: held = 0, ...others } = cart.lines;
      if (held < qty) return { ...cart, ignored: [...cart.ignored, event.metadata.id] };
      return { ...cart, lines: held === qty ? others : { ...others, [sku]: held - qty } };
    }
    case "CheckedOut":
      return { ...cart, status: "checked out" };
  }
};

/** The mistake of the published sample, written anew: the empty lines are computed, and the old ones are used. */
const carriesOver: Evolve = (cart, event) => {
  if (event.type !== "CartOpened") return evolve(cart, event);
  return { ...cart, status: "open" };
};

/** Right about every cart, but it adds to the lines that it was given. */
const changesItsInput: Evolve = (cart, event) => {
  if (event.type !== "ItemAdded") return evolve(cart, event);
  cart.lines[event.data.sku] = (cart.lines[event.data.sku] ?? 0) + event.data.qty;
  return cart;
};

export interface Fold {
  id: "A" | "B" | "C";
  /** The lines in which the three differ. */
  code: string;
  evolve: Evolve;
}

export const folds: [Fold, Fold, Fold] = [
  {
    id: "A",
    code: `case "CartOpened": {
  const lines =
    cart.status === "checked out"
      ? {} : cart.lines;
  return { ...cart, status: "open" };
}
case "ItemAdded":
  return { ...cart, lines: {
    ...cart.lines,
    [sku]: (cart.lines[sku] ?? 0) + qty,
  } };`,
    evolve: carriesOver,
  },
  {
    id: "B",
    code: `case "CartOpened":
  return {
    ...initialState(), status: "open",
  };
case "ItemAdded":
  cart.lines[sku] =
    (cart.lines[sku] ?? 0) + qty;
  return cart;`,
    evolve: changesItsInput,
  },
  {
    id: "C",
    code: `case "CartOpened":
  return {
    ...initialState(), status: "open",
  };
case "ItemAdded":
  return { ...cart, lines: {
    ...cart.lines,
    [sku]: (cart.lines[sku] ?? 0) + qty,
  } };`,
    evolve,
  },
];

/** One step of a fold, and the cart that somebody kept from it. */
export interface KeptStep {
  /** What came out, as it was then. */
  cameOut: Cart;
  /** The same object, as it is after the last step of the fold. */
  now: Cart;
}

export interface FoldRun {
  steps: KeptStep[];
  /** What the code threw, if it stopped: at the step after the last one. */
  threw: string | null;
}

/** Folds these events and keeps every cart. With `freeze`, nobody can change a cart that has come out. */
export function runFold(
  { evolve: step }: Pick<Fold, "evolve">,
  events: ShopperEvent[],
  freeze: boolean,
): FoldRun {
  const steps: KeptStep[] = [];
  let cart = frozenIf(freeze, initialState());
  for (const event of events) {
    try {
      cart = frozenIf(freeze, step(cart, event));
    } catch (error) {
      return { steps, threw: error instanceof Error ? error.message : String(error) };
    }
    steps.push({ cameOut: structuredClone(cart), now: cart });
  }
  return { steps, threw: null };
}

function frozenIf(freeze: boolean, cart: Cart): Cart {
  if (!freeze) return cart;
  Object.freeze(cart.lines);
  Object.freeze(cart.ignored);
  return Object.freeze(cart);
}

/** "pants 1, hat 1"; "empty". */
export function linesInWords({ lines }: Cart): string {
  return (
    Object.entries(lines)
      .map(([sku, qty]) => `${sku} ${qty}`)
      .join(", ") || "empty"
  );
}

/** Whether a kept cart is no longer what came out. */
export function wasChanged({ cameOut, now }: KeptStep): boolean {
  return linesInWords(cameOut) !== linesInWords(now);
}
