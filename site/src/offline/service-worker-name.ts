/** The script that keeps the site, in the site's folder: its address is the same in every build. */
export const workerFile = "offline.js";
