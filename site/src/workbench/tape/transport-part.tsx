import { breakpoint } from "../../../../language/english/watching.ts";
import { useBenchParts } from "../bench-parts.ts";
import { onDemand } from "../on-demand.tsx";
import { placeOf } from "./narration.ts";
import { Transport } from "./transport.tsx";

const Breakpoint = onDemand(breakpoint.part, () =>
  import("../watching/breakpoint.tsx").then((module) => module.Breakpoint),
);

/** The transport of the fold on the tape. */
export function TransportPart({ simple }: { simple: boolean }) {
  const { bench, liking, changeLiking, currentCard, isOpen } = useBenchParts();
  const { state, cards, last } = bench;
  const { cursor, playing } = state;
  return (
    <Transport
      cursor={cursor}
      last={last}
      total={cards.filter((card) => card.step !== null).length}
      place={placeOf(cards[currentCard])}
      playing={playing}
      speed={liking.speed}
      simple={simple}
      lit={!isOpen("code") && cursor < last}
      go={bench.go}
      play={bench.play}
      pause={bench.pause}
      setSpeed={(speed) => changeLiking({ speed })}
      jump={(offset) => {
        const step = cards.find((card) => card.offset === offset)?.step ?? null;
        if (step !== null) bench.go(step);
        return step !== null;
      }}
      keys={liking.keys}
    >
      {!simple && <Breakpoint />}
    </Transport>
  );
}
