import type { UnreadAccount } from "../unread/memory-budget.ts";

/** How many bytes may be handed to the operating system before they are sent. */
const aheadBytes = 64 * 1024;
/** Bytes that a waiting message takes in addition to its text. */
const messageBytes = 64;

/** The part of a `ws` socket that is used here. */
export interface Sender {
  readonly bufferedAmount: number;
  /** `sent` is called when the message has gone to the system, and when it never will. */
  send(text: string, sent: () => void): void;
}

interface Message {
  text: string;
  /** What it takes of the account. */
  bytes: number;
}

/** Messages that are made one by one when their turn comes. */
interface Series {
  texts: Iterator<string, void>;
  onEnd(): void;
}

/** Messages on their way to a socket, in order, as fast as its reader reads. What waits is charged to an account. */
export class Outbox {
  readonly #socket: Sender;
  readonly #account: UnreadAccount;
  #waiting: (Message | Series)[] = [];
  /** The index of the next one. Removing messages from a long list one by one would be slow. */
  #place = 0;

  constructor(socket: Sender, account: UnreadAccount) {
    this.#socket = socket;
    this.#account = account;
  }

  /** False where too much is unread. A message that is `needed` goes all the same: it is short and says why. */
  send(text: string, needed = false): boolean {
    const bytes = Buffer.byteLength(text) + messageBytes;
    const taken = this.#account.take(bytes);
    if (!taken && !needed) return false;
    this.#waiting.push({ text, bytes: taken ? bytes : 0 });
    this.#pump();
    return true;
  }

  /**
   * Sends messages that are made from bytes which others read, too. False where too much is unread; resolves when the
   * last one has been handed on.
   */
  async sendShared(shared: Buffer, texts: Iterator<string, void>): Promise<boolean> {
    const isShared = this.#account.share(shared);
    if (!isShared && !this.#account.take(shared.length)) return false;
    await new Promise<void>((onEnd) => {
      this.#waiting.push({ texts, onEnd });
      this.#pump();
    });
    if (isShared) this.#account.unshare(shared);
    else this.#account.give(shared.length);
    return true;
  }

  /** Sends nothing more. */
  close(): void {
    for (const item of this.#waiting.slice(this.#place)) if ("onEnd" in item) item.onEnd();
    this.#waiting = [];
    this.#place = 0;
    this.#account.close();
  }

  #pump(): void {
    while (this.#socket.bufferedAmount < aheadBytes) {
      const message = this.#next();
      if (message === null) return;
      this.#socket.send(message.text, () => {
        this.#account.give(message.bytes);
        this.#pump();
      });
    }
  }

  #next(): Message | null {
    for (;;) {
      const item = this.#waiting[this.#place];
      if (item === undefined) {
        this.#waiting = [];
        this.#place = 0;
        return null;
      }
      if ("text" in item) {
        this.#place++;
        return item;
      }
      const { done, value } = item.texts.next();
      if (!done) return { text: value, bytes: 0 };
      this.#place++;
      item.onEnd();
    }
  }
}
