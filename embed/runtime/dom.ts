import type { Block } from "../../worker/forms/pure/markup/block";

/** Built node by node: what is text stays text, whatever it looks like. */
export function build(block: Block): Node {
  if (typeof block === "string") return document.createTextNode(block);
  const [tag, attributes, ...children] = block;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (!/^on|^style$/i.test(name)) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.map(build));
  return element;
}

export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Cancelable where something follows that a page may want to prevent. */
export function tell(host: HTMLElement, name: string, detail: object = {}): boolean {
  const event = new CustomEvent(`trb:${name}`, { bubbles: true, composed: true, cancelable: true, detail });
  return host.dispatchEvent(event);
}
