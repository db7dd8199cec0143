import type { AgentStep } from "../../../../engine/labs/two-writers/events.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";

/** What an agent did, without its name. */
export function describeStep(step: AgentStep): string {
  switch (step.what) {
    case "looked":
      return step.free ? words.steps.free(step.version) : words.steps.taken;
    case "wrote":
      return words.steps.wrote(step.topic, `${step.partition}@${step.offset}`);
    case "answered":
      return words.steps.answered[step.answer];
  }
}
