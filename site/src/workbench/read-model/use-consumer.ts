import { useEffect, useState } from "react";

/** A consumer in the page: it has processed so many records, and goes on one by one while it runs. */
export function useConsumer(records: number) {
  const [processed, setProcessed] = useState(0);
  const [running, setRunning] = useState(true);
  /** Seconds that one record takes. */
  const [pace, setPace] = useState(1);
  const behind = running && processed < records;
  useEffect(() => {
    if (!behind) return;
    const timer = setInterval(() => setProcessed((now) => now + 1), pace * 1_000);
    return () => clearInterval(timer);
  }, [behind, pace]);
  return {
    processed: Math.min(processed, records),
    running,
    pace,
    setPace,
    run: setRunning,
    /** Puts it at a place by hand, where it stays. */
    moveTo(place: number) {
      setRunning(false);
      setProcessed(place);
    },
  };
}
