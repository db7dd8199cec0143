import { anyClusterWords as words } from "../../../../language/english/any-cluster.ts";
import { SameSettings } from "./same-settings.tsx";
import { TestForm } from "./test-form.tsx";

/** What follows the lab on its page: the same settings for other clusters, and a test of one's own. */
export function AnyCluster({ base }: { base: string }) {
  return (
    <div className="any-cluster">
      <h2>{words.title}</h2>
      <SameSettings />
      <TestForm base={base} />
    </div>
  );
}
