import { sceneWords } from "../../../../language/english/scenes.ts";
import { useStore } from "../../ui/use-store.ts";
import type { Scenes } from "../stores/scenes.ts";
import { useWorkbench } from "../workbench-context.ts";

/** Whether the tape goes where the text is. Not there where no text has scenes. */
export function FollowTextButton() {
  const { scenes } = useWorkbench();
  return scenes && <Toggle scenes={scenes} />;
}

function Toggle({ scenes }: { scenes: Scenes }) {
  const isFollowing = useStore(scenes.$isFollowing);
  return (
    <button
      type="button"
      className="wb-link wb-follow"
      aria-pressed={isFollowing}
      title={isFollowing ? sceneWords.following : sceneWords.stopped}
      onClick={isFollowing ? scenes.stopFollowing : scenes.follow}
    >
      {sceneWords.follow}
    </button>
  );
}
