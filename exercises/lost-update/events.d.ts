export type BrowserEvent =
  /** The shop read the line of t-shirts and sent it to a browser. */
  | EventOf<"CartShown", { to: string }>
  /** Somebody pressed + or − on the page that their browser shows. `change` is 1 or −1. */
  | EventOf<"ButtonPressed", { by: string; change: number }>;
