import type { Effect } from "./projector.ts";

export interface Mail extends Pick<Effect, "to" | "order"> {
  /** The offset of the record for which it was sent. */
  offset: number;
}

/** The mails that were sent, and with them the position up to which they were sent. */
export interface Inbox {
  mails: Mail[];
  /** The highest offset for which a mail was sent; null before the first. */
  position: number | null;
}

export const emptyInbox: Inbox = { mails: [], position: null };

/** A mail and its position are stored in one step, so that no crash can come between the two. */
export function sendMail({ mails, position }: Inbox, mail: Mail): Inbox {
  return { mails: [...mails, mail], position: Math.max(position ?? -1, mail.offset) };
}

/** The position guard: whether mails for this offset were sent already. */
export function isCovered({ position }: Inbox, offset: number): boolean {
  return position !== null && offset <= position;
}

/** How many mails there are for orders that had one already. */
export function repeatedMails({ mails }: Inbox): number {
  return mails.length - new Set(mails.map(({ order }) => order)).size;
}
