import type { MailerStep } from "../../../engine/labs/replayed-effects/events.ts";
import { emptyInbox, type Inbox, isCovered, sendMail } from "../../../engine/labs/replayed-effects/inbox.ts";
import { initialView, type OrdersView, project } from "../../../engine/labs/replayed-effects/projector.ts";
import type { Log } from "../../log/open-log.ts";
import { shownRecord } from "../topics/shown-record.ts";

/** How long a run may take that finds no more records, in ms. */
const longestRun = 60_000;

export interface MailerOptions {
  log: Log;
  group: string;
  topic: string;
}

/** A consumer with a group of its own: projects orders, and does the effects that the projector returns. */
export class Mailer {
  readonly #options: MailerOptions;
  /** The outside system: it knows nothing of offsets but the position that is stored with each mail. */
  #inbox: Inbox = emptyInbox;
  #view: OrdersView = initialView();
  /** One past the last offset that it has ever read. */
  #read = 0;

  constructor(options: MailerOptions) {
    this.#options = options;
  }

  /** The next offset of the group. */
  async position(): Promise<number> {
    const { log, group, topic } = this.#options;
    const offsets = (await log.groups.describe(group))?.offsets ?? [];
    return offsets.find((offset) => offset.topic === topic)?.offset ?? 0;
  }

  /** Moves the group back to offset 0: the view is built anew. */
  async moveToStart(): Promise<void> {
    const { log, group, topic } = this.#options;
    await log.groups.setOffsets(group, topic, [{ partition: 0, offset: 0 }]);
    this.#view = initialView();
  }

  /** Reads from the group's position up to before `to`, and reports each record. Throws refusals. */
  async run(
    { to, guard }: { to: number; guard: boolean },
    report: (step: MailerStep) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { log, group, topic } = this.#options;
    const given = AbortSignal.any([signal, AbortSignal.timeout(longestRun)]);
    let next = await this.position();
    await log.groups.consume(
      { group, topic, fromBeginning: true },
      (raw) => {
        const record = shownRecord(raw);
        const { offset, type } = record;
        const { view, effects } = project(this.#view, record);
        this.#view = view;
        const held = guard && effects.length > 0 && isCovered(this.#inbox, offset);
        const rebuild = offset < this.#read;
        if (!held)
          for (const { to: address, order } of effects)
            this.#inbox = sendMail(this.#inbox, { to: address, order, offset });
        next = offset + 1;
        this.#read = Math.max(this.#read, next);
        report({ offset, type, effects, rebuild, held });
        return next < to;
      },
      given,
    );
    given.throwIfAborted();
  }

  /** Forgets the mails, and removes the group with its offset. */
  async clear(): Promise<void> {
    const { log, group } = this.#options;
    this.#inbox = emptyInbox;
    this.#view = initialView();
    this.#read = 0;
    if ((await log.groups.list()).includes(group)) await log.groups.remove(group);
  }
}
