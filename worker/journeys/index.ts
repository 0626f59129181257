export { mayLeadTo, whyNot } from "./legal";
export { linkSteps } from "./link";
export { type EdgeDraft, type PieceToLink, plannedEdges } from "./planned-edges";
export { journeyRoutes } from "./routes";
