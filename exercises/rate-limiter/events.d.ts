type GateEvent =
  /** Somebody called. `event.metadata.id` names the request, `occurredAt` says when it came. */
  EventOf<"RequestReceived", { path: string }>;
