export { type AnalysisFact, factsOf } from "./facts";
