import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import type { ProjectorsCommand } from "../../../engine/labs/projectors/commands.ts";
import type { ProjectorRun, ProjectorsEvent } from "../../../engine/labs/projectors/events.ts";
import { projectorsLimits as limits } from "../../../engine/labs/projectors/limits.ts";
import { placedOrder } from "../../../engine/labs/projectors/orders-view.ts";
import { crashPoints } from "../../../engine/labs/projectors/step-orders.ts";
import { ordersTopic } from "../../../engine/labs/projectors/topic-names.ts";
import type { LabContext, LabSession } from "../lab.ts";
import { postgresService } from "../postgres/postgres-service.ts";
import { appendNext } from "../topics/append-next.ts";
import { LabTopics, wholeHistorySettings } from "../topics/lab-topics.ts";
import { projectorEnded } from "./projector-ended.ts";
import { tryCrashPoint } from "./try-crash-point.ts";
import { Views } from "./views.ts";

/** A learner's session: a topic of orders, and a view for each order of the projector's steps. It begins empty. */
export async function openProjectors(context: LabContext): Promise<LabSession> {
  const { services, log, names } = context;
  const topics = await LabTopics.open(context, {
    begins: "",
    names: [ordersTopic],
    records: 2 * limits.orders,
    compacted: false,
  });
  const emit = (event: ProjectorsEvent) => context.emit(event);
  const views = new Views({ names, log, databases: services.address(postgresService) });
  await topics.removeAll();
  await views.removeAll();

  async function makeTopic(): Promise<void> {
    if (topics.names.includes(ordersTopic)) return;
    // Somebody may have deleted the topic: then the offsets begin anew, and so do the views.
    await views.removeAll();
    await topics.make(ordersTopic, 1, wholeHistorySettings);
  }

  async function placeOrders(count: number): Promise<void> {
    await makeTopic();
    await appendNext(topics, ordersTopic, { count, most: limits.orders, eventAt: placedOrder });
  }

  async function runProjector(run: ProjectorRun, signal: AbortSignal): Promise<void> {
    await topics.look();
    const to = topics.endsOf(ordersTopic);
    let started = false;
    const reason = await views.run(
      { ...run, view: run.order, to },
      (message) => {
        if (message.kind === "started") {
          started = true;
          emit({ type: "ProjectorStarted", data: { ...run, from: message.from, to } });
        } else emit({ type: "StepDone", data: { offset: message.offset, step: message.step } });
      },
      signal,
    );
    if (!started) throw projectorEnded();
    emit({ type: "ProjectorStopped", data: { reason } });
    emit({ type: "ViewCounted", data: { order: run.order, ...(await views.count(run.order, run.order)) } });
  }

  async function runEveryCrashPoint(signal: AbortSignal): Promise<void> {
    await topics.look();
    const to = topics.endsOf(ordersTopic);
    emit({ type: "CrashPointsStarted", data: {} });
    for (const point of crashPoints())
      emit({ type: "CrashPointTried", data: await tryCrashPoint(views, point, to, signal) });
  }

  async function removeAll(): Promise<void> {
    await topics.removeAll();
    await views.removeAll();
  }

  return {
    async handle(command: LabCommand, signal) {
      const { type, data } = command as ProjectorsCommand;
      switch (type) {
        case "PlaceOrders":
          return placeOrders(data.count);
        case "RunProjector":
          return runProjector(data, signal);
        case "RunEveryCrashPoint":
          return runEveryCrashPoint(signal);
      }
    },
    reset: removeAll,
    async close() {
      await topics.close();
      await topics.removeAll();
      // A PostgreSQL that was killed has nobody to ask: the next session begins with an empty database.
      await views.removeAll().catch(() => {});
    },
  };
}
