/** What the lab about projectors refuses. */
export const projectorsLabSentences = {
  "projector-ended":
    "The projector ended by itself, because PostgreSQL or Kafka did not answer. Open the lab again if it is closed, and start the command again.",
};
