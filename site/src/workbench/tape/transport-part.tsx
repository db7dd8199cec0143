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
  const { state, cards, long } = bench;
  const { playing } = state;
  const [cursor, last, total] = long
    ? [long.at, long.reach, long.count]
    : [state.cursor, bench.last, cards.filter((card) => card.step !== null).length];
  const card = long ? long.source?.card(long.at) : cards[currentCard];
  return (
    <Transport
      cursor={cursor}
      last={last}
      total={total}
      place={placeOf(card ?? undefined, cursor)}
      playing={playing}
      speed={liking.speed}
      simple={simple}
      lit={!isOpen("code") && cursor < last}
      go={bench.stand}
      play={bench.play}
      pause={bench.pause}
      setSpeed={(speed) => changeLiking({ speed })}
      jump={(offset) => {
        if (long) return long.jump(offset);
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
