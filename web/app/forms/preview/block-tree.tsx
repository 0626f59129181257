import { createElement, Fragment, type ReactNode } from "react";
import type { Attributes, Block } from "../../../../worker/forms/pure/markup";

/** What the preview adds to a part of the form, by its attributes: where it is hidden, marked, or says something else. */
export type Addition = (attributes: Attributes) => { [name: string]: unknown; children?: ReactNode };

/** The visitor's own markup, as React draws it. What is typed stays in the fields, as it does in a browser. */
export function BlockTree({ blocks, add }: { blocks: readonly Block[]; add: Addition }) {
  return blocks.map((block, index) => <Fragment key={keyOf(block, index)}>{draw(block, add)}</Fragment>);
}

function draw(block: Block, add: Addition): ReactNode {
  if (typeof block === "string") return block;
  const [tag, attributes, ...inside] = block;
  const { children, ...added } = add(attributes);
  const props = { ...propsOf(attributes), ...added };
  if (inside.length === 0 && children === undefined) return createElement(tag, props);
  return createElement(tag, props, children ?? <BlockTree blocks={inside} add={add} />);
}

const names: Record<string, string> = {
  class: "className",
  for: "htmlFor",
  tabindex: "tabIndex",
  maxlength: "maxLength",
  minlength: "minLength",
  autocomplete: "autoComplete",
  inputmode: "inputMode",
  readonly: "readOnly",
  enctype: "encType",
  checked: "defaultChecked",
  selected: "data-selected",
};

function propsOf(attributes: Attributes): Record<string, unknown> {
  const isControl =
    "name" in attributes && attributes["type"] !== "radio" && attributes["type"] !== "checkbox";
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name === "value" && isControl && attributes["type"] !== "hidden"
        ? "defaultValue"
        : (names[name] ?? name),
      value,
    ]),
  );
}

/** A question keeps its field, whatever comes before it. */
function keyOf(block: Block, index: number): string {
  if (typeof block === "string") return `text ${index}`;
  const { id, "data-key": key, "data-page": page, name, value } = block[1];
  return String(
    key ??
      (page === undefined ? null : `page ${page}`) ??
      id ??
      (name ? `${name} ${value ?? ""}` : `${block[0]} ${index}`),
  );
}
