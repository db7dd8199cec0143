/** The page that says where the log runs. */
export const aboutWords = {
  title: "Where the log runs",
  description: "Which Kafka holds the course’s logs, and what happens without one.",
  asking: "Asking the server…",
  topics: "The course’s topics",
  topicsSay:
    "The lessons read these logs, and nobody writes to them once they are seeded. Their records keep their offsets and timestamps, so that what a lesson says about offset 6 stays true.",
  topic: "topic",
  partitions: "partitions",
  records: "records in the lessons",
  withoutServer: "Without a server",
  withoutServerSays:
    "These pages are plain files. Opened without the course’s server they fold a recorded copy of the same records with the same engine, in a worker of your browser. The offsets and the steps are the same; what is missing is Kafka itself, and with it appending to a topic of your own.",
};

export const notFoundWords = {
  title: "No record at this offset",
  description: "This page does not exist.",
  says: "The address leads to no page. It may have been mistyped, or the lesson is not written yet.",
  /** A sentence of two links and what stands between them. */
  ways: { list: "The list of lessons", between: "shows which there are, or", begin: "begin at offset zero" },
};
