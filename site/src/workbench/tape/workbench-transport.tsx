import { useStore } from "../../ui/use-store.ts";
import { BreakpointButton } from "../watch-and-breakpoint/breakpoint-button.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { placeOf } from "./narration.ts";
import { Transport } from "./transport.tsx";

/** The transport of the fold on the tape. */
export function WorkbenchTransport({ simple }: { simple: boolean }) {
  const { tape, navigation, preferences, layout, long, $cards, $currentCard } = useWorkbench();
  const cards = useStore($cards);
  const currentCard = useStore($currentCard);
  const on = useStore(long.$long);
  const step = useStore(tape.$cursor);
  const lastStep = useStore(tape.$last);
  const playing = useStore(tape.$playing);
  const speed = useStore(preferences.$value, (value) => value.speed);
  const keys = useStore(preferences.$value, (value) => value.keys);
  const hasCode = useStore(layout.$hasCode);
  const [cursor, last, total] = on
    ? [on.at, on.reach, on.count]
    : [step, lastStep, cards.filter((card) => card.step !== null).length];
  const card = on ? on.source?.card(on.at) : cards[currentCard];
  return (
    <Transport
      cursor={cursor}
      last={last}
      total={total}
      playing={playing}
      speed={speed}
      simple={simple}
      keys={keys}
      place={placeOf(card ?? undefined, cursor)}
      lit={!hasCode && cursor < last}
      go={navigation.stand}
      play={navigation.play}
      pause={navigation.pause}
      setSpeed={(speed) => preferences.change({ speed })}
      jump={(offset) => {
        if (on) return long.jump(offset);
        const found = cards.find((card) => card.offset === offset)?.step ?? null;
        if (found !== null) navigation.go(found);
        return found !== null;
      }}
    >
      {!simple && <BreakpointButton />}
    </Transport>
  );
}
