import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import type { ReplayedEffectsCommand } from "../../../engine/labs/replayed-effects/commands.ts";
import type { ReplayedEffectsEvent } from "../../../engine/labs/replayed-effects/events.ts";
import { replayedEffectsLimits as limits } from "../../../engine/labs/replayed-effects/limits.ts";
import { placedOrder } from "../../../engine/labs/replayed-effects/projector.ts";
import { ordersTopic } from "../../../engine/labs/replayed-effects/topic-names.ts";
import type { LabContext, LabSession } from "../lab.ts";
import { appendNext } from "../topics/append-next.ts";
import { LabTopics, wholeHistorySettings } from "../topics/lab-topics.ts";
import { Mailer } from "./mailer.ts";

/** A learner's session: a topic of orders, and a mailer that reads it. */
export async function openReplayedEffects(context: LabContext): Promise<LabSession> {
  const { names, log } = context;
  const topics = await LabTopics.open(context, {
    begins: "",
    names: [ordersTopic],
    // Also with what other clients append, the mailer ends.
    records: 2 * limits.orders,
    compacted: false,
  });
  const mailer = new Mailer({
    log,
    group: `${names.groupPrefix}effects-mailer`,
    topic: names.topicPrefix + ordersTopic,
  });
  const emit = (event: ReplayedEffectsEvent) => context.emit(event);

  async function placeOrders(count: number): Promise<void> {
    if (!topics.names.includes(ordersTopic)) {
      // Somebody may have deleted the topic: then the offsets begin anew, and so does the mailer.
      await mailer.clear();
      await topics.make(ordersTopic, 1, wholeHistorySettings);
    }
    await appendNext(topics, ordersTopic, { count, most: limits.orders, eventAt: placedOrder });
  }

  async function runMailer(guard: boolean, replay: boolean, signal: AbortSignal): Promise<void> {
    await topics.look();
    const to = topics.endsOf(ordersTopic);
    if (replay) await mailer.moveToStart();
    const from = await mailer.position();
    emit({ type: "MailerStarted", data: { guard, replay, from, to } });
    let reason: "end" | "failed" = "failed";
    try {
      if (from < to)
        await mailer.run({ to, guard }, (data) => emit({ type: "RecordProjected", data }), signal);
      reason = "end";
    } finally {
      emit({ type: "MailerStopped", data: { reason } });
    }
  }

  async function removeAll(): Promise<void> {
    await topics.removeAll();
    await mailer.clear();
  }

  return {
    async handle(command: LabCommand, signal) {
      const { type, data } = command as ReplayedEffectsCommand;
      switch (type) {
        case "PlaceOrders":
          return placeOrders(data.count);
        case "RunMailer":
          return runMailer(data.guard, false, signal);
        case "ReplayMailer":
          return runMailer(data.guard, true, signal);
      }
    },
    reset: removeAll,
    async close() {
      await topics.close();
      await removeAll();
    },
  };
}
