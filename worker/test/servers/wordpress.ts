import { cutAfter, type Handler, json, type Received, serve, type Server, silence } from "./wire";

/** What WordPress sites do wrong. “Lost” faults keep nothing of what was sent; the others have kept it and fail to say so. */
export type WordPressFault =
  | "wrong_password"
  | "forbidden"
  | "busy"
  | "server_error"
  | "server_error_lost"
  | "slow"
  | "slow_lost"
  | "cut_stream"
  | "html"
  | "html_lost"
  | "redirect_private"
  | "no_search";

export type WordPressPost = {
  id: number;
  collection: string;
  title: string;
  slug: string;
  status: string;
  content: string;
  link: string;
  featured_media?: number;
  categories?: number[];
  excerpt?: string;
};
export type WordPressMedia = { id: number; name: string; type: string; bytes: number; alt_text: string };

const username = "editor";
const password = "abcd EFGH ijkl MNOP qrst UVWX";
const login = "<!doctype html><title>Log in</title>";
const page = { "content-type": "text/html; charset=utf-8" };

/** A site that speaks WordPress's REST interface. Each write takes the next fault; reads answer truly, unless `reads` says. */
export function wordPressServer(
  host: string,
  {
    faults = [],
    reads = [],
    pretty = true,
    mayPublish = true,
  }: {
    faults?: WordPressFault[];
    reads?: WordPressFault[];
    pretty?: boolean;
    mayPublish?: boolean;
  } = {},
): Server & {
  posts: WordPressPost[];
  media: WordPressMedia[];
  username: string;
  password: string;
  writes(): Received[];
} {
  const posts: WordPressPost[] = [];
  const media: WordPressMedia[] = [];
  const state: Site = { host, posts, media, mayPublish };
  const server = serve((received, request) => {
    const path = routeOf(received.url, pretty);
    if (path === null) return new Response(login, { status: 404, headers: page });
    if (path === "/") return json({ name: "Blog", namespaces: ["oembed/1.0", "wp/v2"] });
    const fault = received.method === "GET" ? reads.shift() : faults.shift();
    if (fault) return answerFault(fault, state, path, received, request);
    return answer(state, path, received);
  });
  const writes = () => server.received.filter(({ method }) => method === "POST");
  return { ...server, posts, media, username, password, writes };
}

type Site = { host: string; posts: WordPressPost[]; media: WordPressMedia[]; mayPublish: boolean };

function routeOf(url: URL, pretty: boolean): string | null {
  if (!pretty) return url.searchParams.get("rest_route");
  return url.pathname.startsWith("/wp-json/") ? url.pathname.slice("/wp-json".length) : null;
}

function answerFault(
  fault: WordPressFault,
  site: Site,
  path: string,
  received: Received,
  request: Request,
): Response | Promise<Response> {
  const isKept = ["server_error", "slow", "cut_stream", "html"].includes(fault);
  if (isKept) answer(site, path, received);
  switch (fault) {
    case "wrong_password":
      return problem(401, "incorrect_password");
    case "forbidden":
      return problem(403, "rest_cannot_create");
    case "busy":
      return new Response("busy", { status: 503, headers: { "retry-after": "7" } });
    case "server_error":
    case "server_error_lost":
      return new Response("<h1>There has been a critical error</h1>", { status: 500, headers: page });
    case "slow":
    case "slow_lost":
      return silence(request);
    case "cut_stream":
      return new Response(cutAfter('{"id":1'), { headers: { "content-type": "application/json" } });
    case "html":
    case "html_lost":
      return new Response(login, { headers: page });
    case "redirect_private":
      return new Response(null, { status: 307, headers: { location: "http://169.254.169.254/latest/" } });
    case "no_search":
      return json([]);
  }
}

function answer(site: Site, path: string, received: Received): Response {
  const { headers, method, url, body } = received;
  if (headers.get("authorization") !== `Basic ${btoa(`${username}:${password}`)}`)
    return problem(401, "incorrect_password");
  const [, , , collection = "", id] = path.split("/");
  if (collection === "users")
    return json({ id: 1, name: "Erika", capabilities: { publish_posts: site.mayPublish } });
  if (collection === "categories")
    return json([
      { id: 7, name: "News" },
      { id: 8, name: "Newsroom" },
    ]);
  if (collection === "media")
    return id ? describeMedia(site, Number(id), body) : mediaCollection(site, received);
  if (method === "GET") return json(search(site, collection, url));
  return id ? change(site, Number(id), body) : create(site, collection, body);
}

/** The slug becomes another where somebody has it, as WordPress does. */
function create(site: Site, collection: string, body: string): Response {
  // safe: the tests look at what the client really sent
  const sent = JSON.parse(body) as WordPressPost;
  const id = site.posts.length + 41;
  const isTaken = site.posts.some(({ slug }) => slug === sent.slug);
  const slug = isTaken ? `${sent.slug}-2` : sent.slug;
  const link = `https://${site.host}/${slug}/`;
  site.posts.push({ ...sent, id, collection, slug, link });
  return json({ id, link, slug, status: sent.status }, 201);
}

function change(site: Site, id: number, body: string): Response {
  const known = site.posts.find((post) => post.id === id);
  if (!known) return problem(404, "rest_post_invalid_id");
  Object.assign(known, JSON.parse(body));
  return json({ id, link: known.link });
}

function search({ posts }: Site, collection: string, { searchParams }: URL) {
  const [slug, words] = [searchParams.get("slug"), searchParams.get("search")];
  return posts
    .filter((post) => post.collection === collection)
    .filter((post) => (slug ? post.slug === slug : post.content.includes(words ?? "\0")))
    .map(({ id, link, content }) => ({ id, link, content: { raw: content } }));
}

function mediaCollection({ media }: Site, { method, url, headers, body }: Received): Response {
  if (method === "GET")
    return json(media.filter(({ name }) => name.startsWith(`${url.searchParams.get("slug")}.`)));
  const name = /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "";
  const id = media.length + 901;
  media.push({ id, name, type: headers.get("content-type") ?? "", bytes: body.length, alt_text: "" });
  return json({ id }, 201);
}

function describeMedia({ media }: Site, id: number, body: string): Response {
  const known = media.find((each) => each.id === id);
  if (!known) return problem(404, "rest_post_invalid_id");
  Object.assign(known, JSON.parse(body));
  return json({ id });
}

function problem(status: number, code: string): Response {
  return json({ code, message: "Words of <b>WordPress</b>", data: { status } }, status);
}

export const picture: Handler = () =>
  new Response(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), { headers: { "content-type": "image/png" } });
