import {
  type Attributes,
  type Block,
  formBlocks,
  htmlOf,
  type OpenForm,
} from "../../../../worker/forms/pure/markup";

/** The form as a page's own HTML: no script, no style, every label and control, and it is sent all the same. */
export function plainHtml({ id, hostedUrl, definition, words }: OpenForm): string {
  const blocks = formBlocks({ definition, words, hasScript: false });
  const hasFiles = definition.fields.some(({ type }) => type === "file");
  const start = `<form method="post" action="${hostedUrl}/submissions"${hasFiles ? ' enctype="multipart/form-data"' : ""} id="${id}">`;
  const inside = blocks.flatMap(plain).map((block) => indent(block, 1));
  return [start, ...inside, `  ${trap}`, "</form>"].join("\n");
}

const trap = `<div hidden><label>Website <input name="_website" tabindex="-1" autocomplete="off"></label></div>`;

/** What belongs to our own look and script is left out. */
function plain(block: Block): Block[] {
  if (typeof block === "string") return [block];
  const [tag, attributes, ...children] = block;
  const given = attributes["class"];
  const isOurs = attributes["data-back"] ?? (given === "trb-error" || given === "trb-summary");
  if (isOurs) return [];
  return [[tag, kept(attributes), ...children.flatMap(plain)]];
}

const ours = new Set(["class", "part", "role", "data-page", "data-key", "aria-describedby", "tabindex"]);

function kept(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !ours.has(name)));
}

function indent(block: Block, depth: number): string {
  const space = "  ".repeat(depth);
  if (typeof block === "string") return space + htmlOf(block);
  const [tag, attributes, ...children] = block;
  const isDeep = tag === "div" || tag === "fieldset" || tag === "select";
  if (!isDeep || children.length === 0) return space + htmlOf(block);
  const inside = children.map((child) => indent(child, depth + 1)).join("\n");
  if (tag === "div" && Object.keys(attributes).length === 0)
    return children.map((child) => indent(child, depth)).join("\n");
  const [open] = htmlOf([tag, attributes]).split(`</${tag}>`);
  return `${space}${open}\n${inside}\n${space}</${tag}>`;
}
