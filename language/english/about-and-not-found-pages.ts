/** The page that says where the log runs. */
export const aboutWords = {
  title: "About the log",
  description: "The Kafka cluster that stores the course’s logs: its topics, its brokers, its limits.",
  lead: "Every lesson reads a log. This page shows where these logs are stored, what is in them, and how far your own consumers have read.",
  asking: "Asking the server…",
  topics: "The course’s topics",
  topicsSay:
    "Nobody writes to these topics after they are filled. Their records keep their offsets and timestamps, so what a lesson says about offset 6 stays true. The table counts the records that exercises of this site read. A topic may hold more.",
  topic: "topic",
  partitions: "partitions",
  records: "records used in exercises",
  readBy: "by the exercises",
  withoutServer: "Without a server",
  withoutServerSays:
    "The pages also work without the course server. Then they fold a recorded copy of the same records with the same engine, in a worker of your browser. The offsets and the steps are the same. But you cannot append to a topic of your own, because that needs Kafka.",
};

export const notFoundWords = {
  title: "No record at this offset",
  description: "This page does not exist.",
  says: "No page has this address. It may be mistyped, or the lesson is not written yet.",
  /** A sentence of two links and the text between them. */
  ways: { list: "The list of lessons", between: "shows what is written, or", begin: "begin at offset zero" },
};
