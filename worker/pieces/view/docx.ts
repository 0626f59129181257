import { strToU8, type Zippable, zipSync } from "fflate";
import { safeLink } from "../pure/links";
import { mergeTagText } from "../pure/merge";
import {
  childrenOf,
  levelOf,
  startOf,
  textAttr,
  type Tree,
  type TreeMark,
  type TreeNode,
} from "../pure/tree";

/** A text as a Word document: the few parts that every reader of the format needs, and no macro. */
export function renderDocx(title: string, tree: Tree, modifiedAt: number): Uint8Array {
  const writer = new DocumentWriter();
  const body =
    paragraph("Title", run(title)) +
    childrenOf(tree)
      .map((node) => writer.block(node))
      .join("");
  const files = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": packageLinks,
    "word/document.xml": `${head}<w:document ${spaces}><w:body>${body}${pageSize}</w:body></w:document>`,
    "word/styles.xml": styles,
    "word/numbering.xml": writer.numbering(),
    "word/_rels/document.xml.rels": writer.links(),
    "docProps/core.xml": core(title, modifiedAt),
  };
  const zipped: Zippable = {};
  for (const [name, text] of Object.entries(files)) zipped[name] = [strToU8(text), { mtime: modifiedAt }];
  return zipSync(zipped, { level: 6 });
}

type Place = { style?: string; list?: { id: number; depth: number }; indent?: number };

class DocumentWriter {
  private readonly hrefs: string[] = [];
  private readonly lists: { isOrdered: boolean; start: number }[] = [];

  block(node: TreeNode, place: Place = {}): string {
    switch (node.type) {
      case "heading":
        return paragraph(`Heading${levelOf(node) - 1}`, this.inline(node), place);
      case "paragraph":
        return paragraph(place.style ?? "Normal", this.inline(node), place);
      case "bulletList":
      case "orderedList":
        return this.list(node, place);
      case "blockquote":
        return childrenOf(node)
          .map((child) => this.block(child, { ...place, style: "Quote" }))
          .join("");
      case "codeBlock":
        return (childrenOf(node)[0]?.text ?? "")
          .split("\n")
          .map((line) => paragraph("Code", run(line), place))
          .join("");
      case "horizontalRule":
        return `<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="999999"/></w:pBdr></w:pPr></w:p>`;
      case "image":
        return paragraph("Quote", run(textAttr(node, "alt") || textAttr(node, "src")), place);
      default:
        return "";
    }
  }

  /** The first paragraph of an item has its sign; what follows stands below it. */
  private list(node: TreeNode, { list }: Place): string {
    this.lists.push({ isOrdered: node.type === "orderedList", start: startOf(node) });
    const own = { id: this.lists.length, depth: Math.min((list?.depth ?? -1) + 1, 8) };
    return childrenOf(node)
      .map((item) =>
        childrenOf(item)
          .map((child, index) =>
            index === 0 || child.type.endsWith("List")
              ? this.block(child, { list: own })
              : this.block(child, { indent: 720 * (own.depth + 1) }),
          )
          .join(""),
      )
      .join("");
  }

  private inline(node: TreeNode): string {
    return childrenOf(node)
      .map((child) => this.leaf(child))
      .join("");
  }

  private leaf(node: TreeNode): string {
    if (node.type === "hardBreak") return "<w:r><w:br/></w:r>";
    const marks = node.marks ?? [];
    const text =
      node.type === "mergeTag"
        ? mergeTagText(textAttr(node, "name"), textAttr(node, "fallback"))
        : (node.text ?? "");
    const href = safeLink(marks.find(({ type }) => type === "link")?.attrs?.["href"]);
    if (href === null) return run(text, marks);
    this.hrefs.push(href);
    return `<w:hyperlink r:id="link${this.hrefs.length}">${run(text, marks)}</w:hyperlink>`;
  }

  numbering(): string {
    const kinds = this.lists
      .map(({ isOrdered, start }, index) => abstractList(index + 1, isOrdered, start))
      .join("");
    const uses = this.lists
      .map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index + 1}"/></w:num>`)
      .join("");
    return `${head}<w:numbering ${spaces}>${kinds}${uses}</w:numbering>`;
  }

  links(): string {
    const own = this.hrefs.map(
      (href, index) =>
        `<Relationship Id="link${index + 1}" Type="${office}/hyperlink" Target="${xml(href)}" TargetMode="External"/>`,
    );
    return `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="numbering" Type="${office}/numbering" Target="numbering.xml"/>${own.join("")}</Relationships>`;
  }
}

function paragraph(style: string, runs: string, { list, indent }: Place = {}): string {
  const numbered = list
    ? `<w:numPr><w:ilvl w:val="${list.depth}"/><w:numId w:val="${list.id}"/></w:numPr>`
    : "";
  const moved = indent ? `<w:ind w:left="${indent}"/>` : "";
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${numbered}${moved}</w:pPr>${runs}</w:p>`;
}

/** In the order that the format asks for. */
const properties: [string, string][] = [
  ["link", `<w:rStyle w:val="Hyperlink"/>`],
  ["code", `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>`],
  ["bold", "<w:b/>"],
  ["italic", "<w:i/>"],
  ["strike", "<w:strike/>"],
  ["underline", `<w:u w:val="single"/>`],
];

function run(text: string, marks: readonly TreeMark[] = []): string {
  const look = properties.filter(([name]) => marks.some(({ type }) => type === name)).map(([, tag]) => tag);
  const before = look.length > 0 ? `<w:rPr>${look.join("")}</w:rPr>` : "";
  return `<w:r>${before}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
}

function xml(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // oxlint-disable-next-line no-control-regex
  const allowed = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return allowed.replace(/[&<>"]/g, (sign) => signs[sign] ?? "");
}

function abstractList(id: number, isOrdered: boolean, start: number): string {
  const levels = Array.from({ length: 9 }, (_, depth) => {
    const sign = isOrdered ? `%${depth + 1}.` : "•";
    const left = 720 * (depth + 1);
    return `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${isOrdered ? "decimal" : "bullet"}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="360"/></w:pPr></w:lvl>`;
  });
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join("")}</w:abstractNum>`;
}

function core(title: string, modifiedAt: number): string {
  const time = new Date(modifiedAt).toISOString().replace(/\.\d+Z/, "Z");
  return `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
}

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const packages = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const spaces = `xmlns:w="${word}" xmlns:r="${office}"`;
const wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const contentTypes = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordTypes}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${wordTypes}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const packageLinks = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="document" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const pageSize = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1247" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;

function style(id: string, name: string, look: string, more = ""): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>${more}<w:rPr>${look}</w:rPr></w:style>`;
}

const spaceBefore = `<w:pPr><w:keepNext/><w:spacing w:before="280" w:after="100"/></w:pPr>`;
const styles = `${head}<w:styles ${spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style("Title", "Title", `<w:b/><w:sz w:val="44"/>`)}${style("Heading1", "heading 1", `<w:b/><w:sz w:val="32"/>`, spaceBefore)}${style("Heading2", "heading 2", `<w:b/><w:sz w:val="27"/>`, spaceBefore)}${style("Heading3", "heading 3", `<w:b/><w:sz w:val="24"/>`, spaceBefore)}${style("Quote", "Quote", `<w:i/><w:color w:val="45504D"/>`, `<w:pPr><w:ind w:left="480"/></w:pPr>`)}${style("Code", "Code", `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/><w:sz w:val="20"/>`)}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0D5C5A"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;
