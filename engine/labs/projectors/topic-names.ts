/** The lab's topic, without what the names of all labs begin with. */
export const ordersTopic = "projector-orders";

/** As its owner types it. */
export const shownOrdersTopic = `mine.lab-${ordersTopic}`;
