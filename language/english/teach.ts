interface Section {
  title: string;
  says: string[];
  commands: string[];
}

/** The page for instructors. */
export const teachWords = {
  title: "Teach with Offset Zero",
  description:
    "What an instructor can do with the course: show it to a room, write exercises, grade answers.",
  lead: "One machine with two cores serves thirty learners. They need a browser and no account: their work is stored in that browser.",
  sections: [
    {
      title: "Show a lesson to a room",
      says: [
        "On a computer screen, every lesson has a link “Show on a projector”. It shows records, code and state in large type. With each step the answer is hidden. Press “h” to show it, so that the class can say the next state first.",
        "The file `docs/teach.md` in the source code of the course has two plans, minute by minute: 45 minutes for an introduction, 90 minutes for a workshop. They say where people get stuck and what to ask them.",
      ],
      commands: [],
    },
    {
      title: "Let a class in",
      says: [
        "Start the course on one machine, with the command below. The terminal prints the addresses for the class and a QR code, and the page “Join the class” shows both to a room.",
      ],
      commands: ["HOST=0.0.0.0 npm start"],
    },
    {
      title: "Teach without a network",
      says: [
        "The command below makes plain files in `site/dist/en`. Any file server can serve them. The lessons then run on recorded logs in the browser.",
      ],
      commands: ["npm run build -w site"],
    },
    {
      title: "Write your own exercises",
      says: [
        "An exercise is a folder: a task, a log, a starter, a solution, checks with your own messages, and the wrong answers that each check has to catch. The first command makes an exercise that works. The second one says what to fix, with file and line. The third one starts the course and prints a link for each exercise. `--pack ../monday` names the folder of your own exercises: here `monday`, beside the folder of the course.",
        "`docs/write-an-exercise.md` explains each file. An exercise for a class takes about an hour.",
      ],
      commands: [
        "npm run exercise -- new rain-gauge --pack ../monday",
        "npm run exercise -- check rain-gauge --pack ../monday",
        "npm start -- --pack ../monday",
      ],
    },
    {
      title: "Grade answers",
      says: [
        "In the workbench, under Task, each learner presses “Download my answer” and sends you the file. Collect one file per learner in a folder, here `handed-in`, and name each file after its learner. The result is a table with one line per learner.",
      ],
      commands: ["npm run exercise -- grade cart-decide handed-in/ > results.csv"],
    },
    {
      title: "What does not exist yet",
      says: ["There is no view of a whole class: you cannot see from here who is stuck."],
      commands: [],
    },
  ] as Section[],
  present: "Present the first lesson",
  join: "Join the class: address and QR code",
  challenges: "See all exercises",
};
