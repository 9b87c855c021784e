/** How English says hello in one word. */
export const HELLOS = ["hi", "hiya", "heya", "hello", "hullo", "howdy", "hey", "yo"];
/** The same for a pattern. */
export const HELLO = HELLOS.join("|");
