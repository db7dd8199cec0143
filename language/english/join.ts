/** The page with the addresses at which others open the course, to be shown to a room. */
export const joinWords = {
  title: "Join the class",
  description: "The addresses at which other devices open this course, and a QR code.",
  lead: "Nobody signs in: your work is stored in your own browser, so stay on one device.",
  /** Above the address and its code. */
  how: "Point a phone’s camera at the code, or type the address into a browser.",
  code: (address: string) => `QR code of ${address}`,
  others: "If that address does not open, try these:",
  onlyHere:
    "Only this machine can open this address. To let others in, stop the server and start it with `HOST=0.0.0.0 npm start`.",
  looking: "Looking for the addresses.",
};
