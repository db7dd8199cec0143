import { useEffect, useState } from "react";
import type { Position } from "../../../../engine/fold/event.ts";
import { readModelWords as words } from "../../../../language/english/read-model.ts";
import type { useConsumer } from "./use-consumer.ts";

interface WrittenLineProps {
  position: Position;
  /** Whether the consumer has passed it. */
  readBy: boolean;
  lag: number;
  consumer: ReturnType<typeof useConsumer>;
}

/** Whether what was written can be read yet, and the way to wait until it can: to know the position and wait for it. */
export function WaitForWrite({ position: { partition, offset }, readBy, lag, consumer }: WrittenLineProps) {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (readBy) setWaiting(false);
  }, [readBy]);
  return (
    <div className="wb-row">
      <p role="status" className={readBy ? "good" : ""}>
        {readBy
          ? words.there(partition, offset)
          : waiting
            ? words.waiting(partition, offset)
            : words.notYet(partition, offset, lag)}
      </p>
      {!readBy && !waiting && (
        <button
          type="button"
          className="action quiet wb-small"
          onClick={() => {
            setWaiting(true);
            consumer.run(true);
          }}
        >
          {words.wait}
        </button>
      )}
    </div>
  );
}
