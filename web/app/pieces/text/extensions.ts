import { type AnyExtension, type Attributes, Mark, Node } from "@tiptap/core";
import { Image } from "@tiptap/extension-image";
import { Placeholder } from "@tiptap/extensions";
import { StarterKit } from "@tiptap/starter-kit";
import { safeImage, safeLink } from "../../../../worker/pieces/pure/links";
import { headingLevels } from "../../../../worker/pieces/pure/tree";
import { MergeTag } from "./merge-tag";
import { CleanPaste } from "./paste";
import { pictureView } from "./picture-view";
import { SlashMenu } from "./slash-menu";
import { SuggestedPassage } from "./suggested-passage";

export type TextOptions = { mergeTags: boolean; placeholder: string };

/** What the editor can make is what may be stored: see worker/pieces/rich-text. */
export function extensionsFor({ mergeTags, placeholder }: TextOptions): AnyExtension[] {
  return [
    ...schemaExtensions({ mergeTags }),
    Placeholder.configure({ placeholder }),
    SlashMenu.configure({ mergeTags }),
    SuggestedPassage,
    CleanPaste,
  ];
}

export function schemaExtensions({ mergeTags }: Pick<TextOptions, "mergeTags">): AnyExtension[] {
  return [ClosedKit, picture, ...(mergeTags ? [MergeTag] : [])];
}

/** The attributes that each node and mark keeps; TipTap's own have more, and what has more cannot be stored. */
const attributesOf: Record<string, readonly string[]> = {
  heading: ["level"],
  orderedList: ["start"],
  codeBlock: [],
  link: ["href"],
};

const ClosedKit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(closed);
  },
}).configure({
  heading: { levels: [...headingLevels] },
  link: {
    openOnClick: false,
    autolink: true,
    defaultProtocol: "https",
    protocols: ["mailto", "tel"],
    HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
    isAllowedUri: (href) => safeLink(href) !== null,
  },
  dropcursor: { color: "var(--stream)", width: 2 },
  trailingNode: false,
});

function closed(extension: AnyExtension): AnyExtension {
  const kept = attributesOf[extension.name];
  const more = extension.name === "heading" ? headingsFromElsewhere : {};
  if (!kept) return extension;
  if (extension instanceof Node)
    return extension.extend({
      addAttributes() {
        return only(this.parent?.(), kept);
      },
      ...more,
    });
  if (extension instanceof Mark)
    return extension.extend({
      addAttributes() {
        return only(this.parent?.(), kept);
      },
    });
  return extension;
}

function only(attributes: Attributes | object | undefined, names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes ?? {}).filter(([name]) => names.includes(name)));
}

/** The page's title is its only heading of level 1; what is pasted as such becomes the next below. */
const headingsFromElsewhere = {
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(4, Math.max(2, level)) },
    })),
};

const picture = Image.extend({
  addAttributes: () => ({ src: { default: "" }, alt: { default: "" } }),
  parseHTML: () => [
    { tag: "img[src]", getAttrs: (image) => (safeImage(image.getAttribute("src")) === null ? false : null) },
  ],
  addNodeView: () => pictureView,
});
