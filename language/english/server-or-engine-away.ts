/** What the page says about the server and its own engine. What the engine and the server say is in engine/sentences/. */
export const sessionWords = {
  checkBroke: "The check crashed in this browser. Your code is kept. Reload the page and check again.",
  comparisonBroke:
    "The two folds could not be compared in this browser. Your code is kept. Reload the page and try again.",
  needsServer:
    "This exercise is checked on the course server and its Kafka, and one of them is not available. Your code is kept. Check again when both are back.",
  noEngine:
    "The engine could not be loaded: the network or the server is not available. Your code is kept. Try again in a moment.",
  notStarted: "The engine could not be started in this browser. Reload the page and run it again.",
  noServer: {
    append: "Appending needs the playground server, and no server answers here.",
    solution: "Its solution needs the playground server, and no server answers here.",
    tail: "Following a topic needs the playground server, and no server answers here.",
  },
  full: "The playground server is full: it accepts no more pages from your network address. Your code is kept, and this page retries by itself. For a larger class, the operator raises PER_ADDRESS_SESSIONS.",
  silent: "The playground server is not answering.",
  lost: "The connection to the playground server was lost. Your code is kept.",
};
