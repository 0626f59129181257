import { emailRoutes } from "./email-routes";
import { generationRoutes } from "./generation-routes";
import { pieceRoutesOfPieces } from "./routes";
import { sourceRoutes } from "./source-routes";
import { versionRoutes } from "./version-routes";
import { viewRoutes } from "./view-routes";

export { personBehind } from "./actor";
export { sequenceAround } from "./generate-piece";
export { contentShapeOf, type PieceAnswer } from "./answer";
export { bundleCountSteps } from "./bundle-counts";
export { postText, textOf } from "./content";
export { draftPieceSteps, type PieceDraft } from "./draft";
export { goalsByKind, type PieceContent, type PieceKind } from "./fields";
export { type FilledDraft, fillDraft, importPieceSteps } from "./import-pieces";
export { pieceWords } from "./inputs";
export { slugOf } from "./pure/slug";
export { composePost, countFor, socialLimits } from "./pure/social";
export { pieceJobs } from "./jobs";
export { type PiecePrompt, pieceMaterial, promptFor, type PromptExtras } from "./prompt";
export {
  emailsOf,
  findPiece,
  getPiece,
  getPieces,
  type Piece,
  type PieceRow,
  type PieceState,
} from "./queries";
export { documentPage } from "./page";
export { page, wordsAsHtml } from "./preview";
export { isBeingWritten, restingState } from "./resting";
export {
  plainText,
  renderHtml,
  renderMarkdown,
  richTextFromMarkdown,
  richTextShape,
  richTextWire,
} from "./rich-text";
export { findVersionByNumber, type Version } from "./versions";
export { contentToWire, pieceSummaryToWire, pieceToWire } from "./wire";
export { pieceContentWire, pieceSummaryWire, pieceWire } from "./wire-shapes";
export { type ContentWrite, keepAnswer, writePieceContent } from "./write-content";

export const pieceRoutes = [
  ...pieceRoutesOfPieces,
  ...viewRoutes,
  ...versionRoutes,
  ...sourceRoutes,
  ...generationRoutes,
  ...emailRoutes,
];
