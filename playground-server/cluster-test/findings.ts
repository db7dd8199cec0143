import type { ClusterTestOutcome } from "../../engine/protocol/cluster-test-types.ts";
import { clusterTestSentences } from "../../engine/sentences/english/cluster-test.ts";
import { joinMessages, type Message, sentencesFrom } from "../../engine/sentences/message.ts";

export const say = sentencesFrom(clusterTestSentences);

/** What a step found. */
export interface Finding {
  outcome: ClusterTestOutcome;
  message: Message;
}

const finding =
  (outcome: ClusterTestOutcome) =>
  (...messages: Message[]): Finding => ({ outcome, message: joinMessages(...messages) });

export const works = finding("works");
export const advice = finding("advice");
export const failed = finding("failed");
export const skipped = finding("skipped");
