/** The topic of a record that lies in no log: it was made up to see what would become of the state. */
export const whatIfTopic = "what-if";
