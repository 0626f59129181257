import { emailRoutes } from "./emails/routes";
import { generationRoutes } from "./generation/routes";
import { pieceRoutesOfPieces } from "./routes";
import { sourceRoutes } from "./sources/routes";
import { versionRoutes } from "./versions/routes";
import { viewRoutes } from "./view/routes";

export { personBehind } from "./actor";
export { sequenceAround } from "./generation/generate-piece";
export { contentShapeOf, type PieceAnswer } from "./generation/answer";
export { bundleCountSteps } from "./bundle-counts";
export { postText, textOf } from "./content";
export { draftPieceSteps, type PieceDraft } from "./draft";
export { goalsByKind, type PieceContent, type PieceKind } from "./fields";
export { type FilledDraft, fillDraft, importPieceSteps } from "./import-pieces";
export { pieceWords } from "./inputs";
export { slugOf } from "./pure/slug";
export { composePost, countFor, socialLimits } from "./pure/social";
export { pieceJobs } from "./jobs";
export { type PiecePrompt, pieceMaterial, promptFor, type PromptExtras } from "./generation/prompt";
export {
  emailsOf,
  findPiece,
  getPiece,
  getPieces,
  type Piece,
  type PieceRow,
  type PieceState,
} from "./queries";
export { documentPage } from "./view/page";
export { page, wordsAsHtml } from "./view/preview";
export { isBeingWritten, restingState } from "./resting";
export {
  plainText,
  renderHtml,
  renderMarkdown,
  richTextFromMarkdown,
  richTextShape,
  richTextWire,
} from "./rich-text";
export { findVersionByNumber, type Version } from "./versions/versions";
export { contentToWire, pieceSummaryToWire, pieceToWire } from "./wire";
export { pieceContentWire, pieceSummaryWire, pieceWire } from "./wire-shapes";
export { type ContentWrite, keepAnswer, writePieceContent } from "./generation/write-content";

export const pieceRoutes = [
  ...pieceRoutesOfPieces,
  ...viewRoutes,
  ...versionRoutes,
  ...sourceRoutes,
  ...generationRoutes,
  ...emailRoutes,
];
