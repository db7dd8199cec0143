/** What the lab about a cluster refuses, and what to do next. */
export const clusterLabSentences = {
  "cluster-held": ({ ahead }: { ahead: number }) =>
    `Another learner holds the cluster now. You are in the line, with ${ahead === 1 ? "one learner" : `${ahead} learners`} before you.`,
  "cluster-held-advice":
    "You see everything that happens to the brokers. When it is your turn, all three run again: then send the command once more.",
  "cluster-no-topic":
    "Your topic does not exist yet, and topics are made by the controller. It is part of broker 1, which is away.",
  "cluster-no-topic-advice": "Restart broker 1, and send the command again.",
  "cluster-all-away": "No broker runs.",
  "cluster-all-away-advice": "Restart one of them, and send the command again.",
  "cluster-log-hidden":
    "Fewer replicas are in sync than min.insync.replicas asks for. Until a second one has them, readers do not see the newest records, so nobody can count them. Restart a broker.",
  "cluster-log-unsettled":
    "The brokers have not agreed yet on who leads and who is in sync. Restart the brokers that are away.",
  "cluster-run-unknown": ({ run }: { run: number }) => `There is no run ${run} in this session.`,
  "cluster-run-unknown-advice": "Start a new run.",
};
