export const newVersionWords = {
  newer: "A newer version of this site is ready.",
  reload: "Reload",
  later: "Later",
};
