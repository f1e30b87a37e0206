/** The words in everyday language, loaded when they are first asked for. */
import terms from "virtual:glossary";

export { terms };
