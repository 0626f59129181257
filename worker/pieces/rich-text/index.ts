export { plainText } from "../pure/plain-text";
export { cleanTree } from "./clean";
export { escapeHtml, type HtmlOptions, renderHtml } from "./html";
export { renderMarkdown } from "./markdown";
export { type ParseOptions, richTextFromMarkdown } from "./parse";
export { emailTextShape, richTextShape, richTextWire } from "./shape";
