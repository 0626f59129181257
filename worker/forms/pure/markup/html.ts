import type { Block } from "./block";

const withoutEnd = new Set(["input", "br"]);

/** Blocks as HTML. Every text and every value is escaped here, whoever wrote it. */
export function htmlOf(block: Block): string {
  if (typeof block === "string") return escape(block);
  const [tag, attributes, ...children] = block;
  const written = Object.entries(attributes).map(([name, value]) =>
    value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`,
  );
  const start = `<${tag}${written.join("")}>`;
  return withoutEnd.has(tag) ? start : `${start}${children.map(htmlOf).join("")}</${tag}>`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
