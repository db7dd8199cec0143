import { useEffect, useState } from "react";
import type { ServiceStatus } from "../../../engine/labs/lab-status.ts";
import { labWords } from "../../../language/english/labs.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";

const drawnEvery = 250;

/** The systems that a lab starts: what each does now, and how far it is by what a start usually takes. */
export function ServiceList({ services }: { services: ServiceStatus[] }) {
  const starting = services.filter(({ state }) => state === "starting");
  const now = useNow(starting.length > 0);
  return (
    <ul className="lab-services">
      {starting.map((service) => (
        <li key={service.service}>
          <Start service={service} seconds={Math.max(0, now - service.since) / 1_000} />
        </li>
      ))}
    </ul>
  );
}

function Start({ service, seconds }: { service: ServiceStatus; seconds: number }) {
  const { title, message, estimateSeconds } = service;
  const isLate = seconds > 2 * estimateSeconds;
  return (
    <>
      <progress max={1} value={shareDone(seconds, estimateSeconds)} aria-label={title} />
      <span>
        {message && inPageLanguage(message).message}{" "}
        {isLate ? labWords.late : labWords.estimate(Math.ceil(estimateSeconds))}
      </span>
    </>
  );
}

/** How much of a start is probably done: it slows down and never says that all of it is. */
function shareDone(seconds: number, estimateSeconds: number): number {
  return 1 - Math.exp((-2 * seconds) / Math.max(1, estimateSeconds));
}

/** The time in ms since 1970, a few times a second while it matters. */
function useNow(matters: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!matters) return;
    const timer = setInterval(() => setNow(Date.now()), drawnEvery);
    return () => clearInterval(timer);
  }, [matters]);
  return now;
}
