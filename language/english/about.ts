/** What the browser adds to the page that says where the log runs. */
export const factWords = {
  course: "course",
  engine: "engine",
  sandbox: "around learners’ code",
  noServer:
    "In this browser, on recorded logs. No server of the course answers here; every lesson works all the same.",
};
