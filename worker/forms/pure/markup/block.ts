/** Markup as data: the server writes it as HTML, the element builds it with DOM methods, the builder with React. */
export type Attributes = Record<string, string | number | true | null | undefined>;
export type Block = string | [tag: string, attributes: Attributes, ...children: Block[]];

/** Without what is not there, so that a missing help text leaves no trace. */
export function block(
  tag: string,
  attributes: Attributes,
  ...children: (Block | false | null | undefined)[]
): Block {
  const given = Object.entries(attributes).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return [tag, Object.fromEntries(given), ...children.filter((child): child is Block => Boolean(child))];
}
