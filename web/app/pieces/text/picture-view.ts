import type { NodeViewRenderer } from "@tiptap/core";
import { withoutWords } from "./picture-words";

/** The same card that the server makes; see PictureCard for why the picture itself is not loaded. */
export const pictureView: NodeViewRenderer = ({ node }) => {
  const dom = document.createElement("div");
  dom.className = "picture-card";
  dom.dataset["ground"] = "";
  const words = document.createElement("span");
  words.textContent = node.attrs["alt"] || withoutWords;
  const address = document.createElement("span");
  address.textContent = node.attrs["src"];
  address.className = "picture-address";
  dom.appendChild(words);
  dom.appendChild(address);
  return { dom };
};
