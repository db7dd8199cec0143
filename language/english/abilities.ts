/** What a learner can do after a module. */
export const abilityWords = {
  /** At the end of the module's last lesson. */
  now: "You can now …",
  /** On the course map. */
  after: "After this module you can …",
  /** Behind an ability whose exercise was passed. */
  passed: "passed",
};
