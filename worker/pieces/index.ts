export { contentShapeOf, type PieceAnswer } from "./answer";
export { bundleCountSteps } from "./bundle-counts";
export { postText, textOf } from "./content";
export { draftPieceSteps, type PieceDraft } from "./draft";
export { goalsByKind, type PieceContent, type PieceKind } from "./fields";
export { composePost, countFor, socialLimits } from "./pure/social";
export { type PiecePrompt, pieceMaterial, promptFor, type PromptExtras } from "./prompt";
export { emailsOf, findPiece, getPiece, type Piece, type PieceRow, type PieceState } from "./queries";
export { isBeingWritten, restingState } from "./resting";
export {
  plainText,
  renderHtml,
  renderMarkdown,
  richTextFromMarkdown,
  richTextShape,
  richTextWire,
} from "./rich-text";
export { type ContentWrite, writePieceContent } from "./write-content";
