/** What the first answer needs of the engine: not the law, whose values would be fetched before it. */
export { CakupanError, compare, explain, project, reach, say, start, version } from "cakupan/slim";
