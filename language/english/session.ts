/** What the page says of the server and of its own engine. The engine's and the server's sentences are their own. */
export const sessionWords = {
  checkBroke: "The check broke down in this browser. Your code is kept; reload the page and check it again.",
  comparisonBroke:
    "The two could not be laid side by side in this browser. Your code is kept; reload the page and try again.",
  needsServer:
    "This exercise is checked on the course’s server, over its Kafka, and one of the two is away. Your code is kept; check it again when they are back.",
  noEngine:
    "The engine could not be loaded: network or server are away. Your code is kept; try again in a moment.",
  notStarted: "The engine could not be started in this browser. Reload the page and run it again.",
  noServer: {
    append: "Appending needs the playground server, and none answers here.",
    solution: "Its solution needs the playground server, and none answers here.",
    tail: "Following a topic needs the playground server, and none answers here.",
  },
  silent: "The playground server does not answer just now.",
  lost: "The connection to the playground server was lost. Your code is kept.",
};
