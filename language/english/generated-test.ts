export const written = {
  save: (file: string) => `Save your code as ${file} next to this file, then run: npx vitest run`,
  stateAfter: (place: string) => `the state after ${place}`,
  viewAfter: (name: string, place: string) => `${name} after ${place}`,
  decides: (command: string, place: string) => `what ${command} leads to after ${place}`,
  reads: (type: string) => `how an old ${type} is read`,
  answers: (name: string) => `what ${name} answers`,
  start: "no record",
};

export const testWords = {
  title: "A test of your code, for your own project",
  what: "The test runs with Vitest, a program that runs tests of TypeScript. It folds the log up to this step and expects the state that your code has now. Save the test and your code in a project of your own.",
  stopped: "The fold stopped at this step, so there is no state to test. Go back to a step that has one.",
  copy: "Copy the test",
  download: "Download test and code",
  label: "The test",
};
