/** The oldest browsers that the page is built for. */
export const TARGET = ["chrome114", "firefox115", "safari16.4"];
