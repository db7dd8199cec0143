import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { seedWords } from "../../../../language/english/checks.ts";
import { addressOnSeed, seedOf } from "../../exercise/seed-in-address.ts";

interface SeedLineProps {
  exercise: string;
  outcome: CheckOutcome;
  /** What the generated logs of the check followed from. */
  seed: number | null;
}

/** For a failure on a log that nobody has seen: which logs these were, and how to have the same ones again. */
export function SeedLine({ exercise, outcome: { log }, seed }: SeedLineProps) {
  if (log === undefined || seed === null) return null;
  const here = new URL(location.href);
  const named = seedOf(here.search) === seed;
  return (
    <p className="wb-soft">
      {named ? seedWords.metHere(log, seed) : seedWords.met(log, seed)}{" "}
      {!named && (
        <a href={addressOnSeed(exercise, seed, here, import.meta.env.BASE_URL)}>{seedWords.again}</a>
      )}
    </p>
  );
}
