import { type Check, good, improve, problem } from "./check";
import { hostOf } from "./links";
import { inlineText, plainText, wordsOf } from "./plain-text";
import { readabilityOf } from "./readability";
import { childrenOf, levelOf, textAttr, type Tree, type TreeNode } from "./tree";

export type SeoInput = {
  title: string;
  metaTitle: string;
  metaDescription: string;
  slug: string;
  /** The first is the one that the page is to be found by. */
  keywords: readonly string[];
  body: Tree;
  imageUrl: string | null;
  imageAlt: string;
  language: string;
  /** Whose links count as the site's own. */
  ownHosts: readonly string[];
};

/** What a search engine and a hurried reader will notice. Pure, so that the editor can say it while somebody types. */
export function checkSeo(input: SeoInput): Check[] {
  const text = plainText(input.body);
  return [
    titleLength(input),
    descriptionLength(input),
    slugCheck(input),
    ...keywordChecks(input),
    textLength(text),
    ...headingChecks(input.body, text),
    readable(text, input.language),
    internalLinks(input),
    imageAlts(input),
  ];
}

function titleLength({ title, metaTitle }: SeoInput): Check {
  const { length } = metaTitle || title;
  const name = metaTitle ? "meta title" : "title";
  if (length === 0) return problem("title", "Give the post a title.");
  if (length > 60)
    return improve("title", `The ${name} has ${length} characters; search results cut it at about 60.`);
  if (length < 30)
    return improve("title", `The ${name} has ${length} characters; there is room for up to 60.`);
  return good("title", `The ${name} fits into a search result.`);
}

function descriptionLength({ metaDescription }: SeoInput): Check {
  const { length } = metaDescription;
  if (length === 0)
    return problem("description", "Write a meta description: one or two sentences that make somebody click.");
  if (length < 70)
    return improve("description", `The meta description has ${length} characters; 120 to 155 say more.`);
  if (length > 160)
    return improve("description", `The meta description has ${length} characters; it is cut at about 155.`);
  return good("description", "The meta description has a good length.");
}

function slugCheck({ slug, keywords }: SeoInput): Check {
  const [keyword] = keywords;
  if (slug === "") return problem("slug", "The post has no address yet.");
  if (slug.length > 75) return improve("slug", "The address is long; keep the words that matter.");
  if (keyword && !holds(slug.replaceAll("-", " "), keyword))
    return improve("slug", "The address does not hold the main keyword.");
  return good("slug", "The address is short and says what the post is about.");
}

function keywordChecks({ keywords: [keyword], title, metaTitle, body }: SeoInput): Check[] {
  if (!keyword) return [problem("keyword", "Choose the keyword that this post is to be found by.")];
  const headings = nodesOf(body, "heading").map(inlineText);
  const first = childrenOf(body).find(({ type, content }) => type === "paragraph" && content);
  const say = (id: string, isThere: boolean, place: string) =>
    isThere
      ? good(id, `The keyword stands in ${place}.`)
      : improve(id, `Use the keyword “${keyword}” in ${place}, if it reads well there.`);
  return [
    say("keyword_title", holds(title, keyword) || holds(metaTitle, keyword), "the title"),
    say("keyword_start", first !== undefined && holds(inlineText(first), keyword), "the first paragraph"),
    say(
      "keyword_headings",
      headings.some((heading) => holds(heading, keyword)),
      "a heading",
    ),
  ];
}

function textLength(text: string): Check {
  const words = wordsOf(text).length;
  if (words < 150)
    return problem("length", `The post has ${words} words; under 300 it rarely answers a question.`);
  if (words < 300)
    return improve("length", `The post has ${words} words; 300 or more answer a question better.`);
  return good("length", `The post has ${words} words.`);
}

function headingChecks(body: Tree, text: string): Check[] {
  const levels = nodesOf(body, "heading").map(levelOf);
  const needsHeadings = wordsOf(text).length > 300;
  if (levels.length === 0)
    return [
      needsHeadings
        ? problem("headings", "Add headings, so that a reader finds their place.")
        : good("headings", "A text this short needs no headings."),
    ];
  const jump = levels.findIndex((level, index) => level > (levels[index - 1] ?? 1) + 1);
  if (jump >= 0) {
    const before = jump === 0 ? "the title" : `level ${levels[jump - 1]}`;
    return [
      problem(
        "headings",
        `Heading ${jump + 1} is of level ${levels[jump]}, straight after ${before}: a level is left out.`,
      ),
    ];
  }
  return [good("headings", "The headings follow each other in order.")];
}

function readable(text: string, language: string): Check {
  const { words, wordsPerSentence, ease } = readabilityOf(text, language);
  if (words === 0) return improve("readability", "There is nothing to read yet.");
  if (wordsPerSentence > 25)
    return problem(
      "readability",
      `Sentences have ${wordsPerSentence} words on average; break the long ones up.`,
    );
  if (ease !== null && ease < 40)
    return improve(
      "readability",
      `The text is hard to read (reading ease ${ease} of 100); use shorter words and sentences.`,
    );
  if (wordsPerSentence > 20)
    return improve(
      "readability",
      `Sentences have ${wordsPerSentence} words on average; under 20 reads easier.`,
    );
  return good("readability", "The text reads easily.");
}

function internalLinks({ body, ownHosts }: SeoInput): Check {
  const own = new Set(ownHosts.map((host) => host.replace(/^www\./, "")));
  const count = linksIn(childrenOf(body)).filter((href) => own.has(hostOf(href))).length;
  if (count === 0) return improve("links", "Link to at least one other page of the site.");
  return good(
    "links",
    count === 1 ? "One link leads further into the site." : `${count} links lead further into the site.`,
  );
}

function imageAlts({ body, imageUrl, imageAlt }: SeoInput): Check {
  const missing =
    nodesOf(body, "image").filter((image) => textAttr(image, "alt") === "").length +
    (imageUrl && imageAlt === "" ? 1 : 0);
  if (missing > 0)
    return problem(
      "images",
      missing === 1
        ? "Say what the picture shows, for those who cannot see it."
        : `Say what ${missing} pictures show, for those who cannot see them.`,
    );
  return good("images", "Every picture says what it shows.");
}

function holds(text: string, keyword: string): boolean {
  const plain = (value: string) => ` ${wordsOf(value.normalize("NFC").toLowerCase()).join(" ")} `;
  return plain(text).includes(plain(keyword).trimEnd());
}

function nodesOf(node: { content?: TreeNode[] }, type: string): TreeNode[] {
  return childrenOf(node).flatMap((child) => [
    ...(child.type === type ? [child] : []),
    ...nodesOf(child, type),
  ]);
}

function linksIn(nodes: TreeNode[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.marks ?? []).filter(({ type }) => type === "link").map((mark) => textAttr(mark, "href")),
    ...linksIn(childrenOf(node)),
  ]);
}
