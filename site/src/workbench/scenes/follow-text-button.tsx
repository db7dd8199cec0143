import { sceneWords } from "../../../../language/english/scenes.ts";
import { useStore } from "../../ui/use-store.ts";
import type { Scenes } from "../stores/scenes.ts";
import { useWorkbench } from "../workbench-context.ts";

/** Whether the tape goes where the text is; on another exercise's log the way there. Not there where no text has scenes. */
export function FollowTextButton() {
  const { scenes, openScenes } = useWorkbench();
  if (scenes) return <Toggle scenes={scenes} />;
  return openScenes ? <Follow isFollowing={false} title={sceneWords.elsewhere} press={openScenes} /> : null;
}

function Toggle({ scenes }: { scenes: Scenes }) {
  const isFollowing = useStore(scenes.$isFollowing);
  return (
    <Follow
      isFollowing={isFollowing}
      title={isFollowing ? sceneWords.following : sceneWords.stopped}
      press={isFollowing ? scenes.stopFollowing : scenes.follow}
    />
  );
}

interface FollowProps {
  isFollowing: boolean;
  title: string;
  press(): void;
}

function Follow({ isFollowing, title, press }: FollowProps) {
  return (
    <button
      type="button"
      className="wb-link wb-follow"
      aria-pressed={isFollowing}
      title={title}
      onClick={press}
    >
      {sceneWords.follow}
    </button>
  );
}
