import * as z from "zod";
import type { SiteContent } from "../snapshot";
import { callWordPress, said, type WordPress } from "./api";

const post = z.object({ id: z.number().int(), link: z.string().max(2000) });
const editable = post.extend({ content: z.object({ raw: z.string() }) });
export type WordPressPost = { id: string; url: string };
export type PostBody = Record<string, unknown>;

/** Articles become posts; downloads, which have no date, become pages. */
export function collectionOf({ kind }: Pick<SiteContent, "kind">): "posts" | "pages" {
  return kind === "content_upgrade" ? "pages" : "posts";
}

/** Ours alone, invisible to readers, and kept by WordPress with the words: by it a post is found again. */
function markerOf(publicationId: string): string {
  return `<!-- tributary:${publicationId} -->`;
}

/** In the last paragraph where there is one: by itself it would become an empty paragraph there. */
export function withMarker(html: string, publicationId: string): string {
  const at = html.lastIndexOf("</p>");
  const marker = markerOf(publicationId);
  return at === -1 ? `${html}\n${marker}` : html.slice(0, at) + marker + html.slice(at);
}

export async function createPost(
  site: WordPress,
  kind: "posts" | "pages",
  body: PostBody,
): Promise<WordPressPost> {
  return read(await callWordPress(site, { method: "POST", path: kind, json: body }));
}

export async function updatePost(
  site: WordPress,
  kind: "posts" | "pages",
  id: string,
  body: PostBody,
): Promise<WordPressPost> {
  return read(
    await callWordPress(site, { method: "POST", path: `${kind}/${encodeURIComponent(id)}`, json: body }),
  );
}

/** Whether a publication has arrived: by its slug first, then by its marker in the words. */
export async function findPost(
  site: WordPress,
  kind: "posts" | "pages",
  publicationId: string,
  slug: string,
): Promise<WordPressPost | null> {
  const look = { context: "edit", status: "any", per_page: "20", _fields: "id,link,content" };
  const ways: Record<string, string>[] = [{ slug }, { search: `tributary:${publicationId}` }];
  for (const query of ways) {
    const answer = await callWordPress(site, { method: "GET", path: kind, query: { ...look, ...query } });
    const found = z.array(editable).safeParse(answer);
    if (!found.success) throw said("refuse", "not_data");
    const ours = found.data.find(({ content }) => content.raw.includes(markerOf(publicationId)));
    if (ours) return { id: String(ours.id), url: webLinkOf(ours.link) };
  }
  return null;
}

const categories = z.array(z.object({ id: z.number().int(), name: z.string() }));

export async function findCategory(site: WordPress, name: string): Promise<number | null> {
  const query = { search: name, per_page: "100", _fields: "id,name" };
  const found = categories.safeParse(await callWordPress(site, { method: "GET", path: "categories", query }));
  const same = (other: string) => other.localeCompare(name, "en", { sensitivity: "accent" }) === 0;
  return found.data?.find((each) => same(each.name))?.id ?? null;
}

function read(answer: unknown): WordPressPost {
  const parsed = post.safeParse(answer);
  if (!parsed.success) throw said("unknown", "not_data");
  return { id: String(parsed.data.id), url: webLinkOf(parsed.data.link) };
}

/** What a site calls its own address becomes a link in our app, so it is judged like any other (XSS-03). */
function webLinkOf(link: string): string {
  return /^https?:\/\//i.test(link) && URL.canParse(link) ? new URL(link).href : "";
}
