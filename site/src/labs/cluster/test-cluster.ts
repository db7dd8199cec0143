import type { ClusterTestBody, ClusterTestMessage } from "../../../../engine/protocol/cluster-test-types.ts";
import type { Problem } from "../../../../engine/protocol/response-types.ts";
import { inPageLanguage } from "../../language/engine-sentences.ts";
import { apiUrl } from "../../session/server-address.ts";

/**
 * Asks the server to test a cluster and hands on each line as it comes. Throws an Error with the server's sentence where
 * it refuses, and a TypeError where no server answers.
 */
export async function testCluster(
  base: string,
  body: ClusterTestBody,
  hear: (message: ClusterTestMessage) => void,
): Promise<void> {
  const answer = await fetch(new URL("cluster-test", apiUrl(base)), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const type = answer.headers.get("content-type") ?? "";
  if (type.includes("problem+json")) throw new Error(inPageLanguage((await answer.json()) as Problem).detail);
  if (!type.includes("ndjson") || !answer.body) throw new TypeError("no server");
  let rest = "";
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(inPageLanguage(JSON.parse(line) as ClusterTestMessage));
  }
}
