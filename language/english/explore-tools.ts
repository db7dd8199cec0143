/** Each tool of the tab Explore: its name, and what it is for. */
export const toolWords = {
  watch: { title: "Watch", about: "See the value of an expression after every step." },
  "what-if": {
    title: "What if",
    about: "Change a copy of the log: leave out an event, edit it, move it. Then compare the two states.",
  },
  compare: {
    title: "Compare",
    about: "See where your fold differs from the course’s solution, or from an older version of your code.",
  },
  "read-model": {
    title: "Read model",
    about: "Watch a consumer update a read model, and see how far it is behind the log.",
  },
  terminal: {
    title: "Terminal",
    about: "Use Kafka’s command line tools on the topics of the course and on your own.",
  },
  lab: {
    title: "Lab",
    about: "Use the real system that this exercise is about, and break it.",
  },
  console: { title: "Console", about: "Read what your code printed, and at which step." },
};
