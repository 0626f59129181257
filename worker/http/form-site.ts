import type { Hono } from "hono";
import {
  chooseLanguage,
  closedForm,
  type FormPage,
  isAllowedOrigin,
  openForm,
  openState,
  previewModes,
  type PublishedForm,
  publishedForm,
  renderFormNotice,
  renderHostedForm,
  renderPreview,
  renderThanks,
} from "../forms";
import { DomainError, NotFound } from "../kernel/errors";
import { startToken } from "../submissions";
import type { Edge, EdgeContext } from "./edge";

/** What visitors of a form read without an account: its page, its thanks, and what the embedded element draws it from. */
export function formSiteRoutes(app: Hono<Edge>): void {
  app.get("/f/:id", (c) => answerPage(c, hostedPage));
  app.get("/f/:id/thanks", (c) => answerPage(c, thanksPage));
  app.get("/f/:id/preview", (c) => answerPage(c, previewPage));
  app.get("/f/:id/definition", async (c) => {
    c.set("bookmark", () => null);
    return c.json(await definitionFor(c), 200, { "cross-origin-resource-policy": "cross-origin" });
  });
}

type Answered = FormPage & { status?: number };

/** A visitor is never shown our own words for trouble: a page that fails is a page, too. */
async function answerPage(
  c: EdgeContext,
  render: (c: EdgeContext, published: PublishedForm) => Promise<Answered>,
): Promise<Response> {
  c.set("bookmark", () => null);
  const base = c.get("base");
  const appUrl = base.settings.APP_URL;
  try {
    const published = await publishedForm(base, c.req.param("id") ?? "");
    return toResponse(published ? await render(c, published) : await renderFormNotice("unknown", { appUrl }));
  } catch (error) {
    c.get("log").error("form_page_failed", error, { path: c.req.path });
    return toResponse(await renderFormNotice("broken", { appUrl }));
  }
}

function toResponse({ html, headers, status = 200 }: Answered): Response {
  return new Response(html, { status, headers });
}

async function hostedPage(c: EdgeContext, published: PublishedForm): Promise<Answered> {
  const base = c.get("base");
  const appUrl = base.settings.APP_URL;
  const language = languageFor(c, published);
  const isFramed = c.req.query("frame") === "1";
  const state = openState(published, base.now());
  if (state !== "open") return await renderFormNotice(state, { published, language, isFramed, appUrl });
  const token = await startToken(base, published.id);
  return await renderHostedForm(published, {
    language,
    came: cameToUs(c),
    values: prefilled(c, published),
    carried: { _id: newSubmissionName(base.random(16)), _t: token, _lang: language, ...cameBy(c, isFramed) },
    isFramed,
    appUrl,
  });
}

async function thanksPage(c: EdgeContext, published: PublishedForm): Promise<Answered> {
  return await renderThanks(published, {
    endingKey: c.req.query("e") ?? "",
    language: languageFor(c, published),
    isFramed: c.req.query("frame") === "1",
    appUrl: c.get("base").settings.APP_URL,
  });
}

async function previewPage(c: EdgeContext, published: PublishedForm): Promise<Answered> {
  const mode = previewModes.find((each) => each === c.req.query("mode")) ?? "inline";
  const { APP_URL: appUrl } = c.get("base").settings;
  return await renderPreview(published, { mode, language: languageFor(c, published), appUrl });
}

async function definitionFor(c: EdgeContext) {
  const base = c.get("base");
  const published = await publishedForm(base, c.req.param("id") ?? "");
  if (!published) throw new NotFound();
  const appUrl = base.settings.APP_URL;
  if (!isAllowedOrigin(published.settings.allowedDomains, c.req.header("origin") ?? null, appUrl)) {
    const domains = published.settings.allowedDomains.join(", ");
    throw new DomainError("forbidden", `It may only be embedded on: ${domains}.`, {
      reason: "origin_not_allowed",
    });
  }
  const language = languageFor(c, published);
  const state = openState(published, base.now());
  if (state !== "open") return closedForm(published, state, language);
  return openForm(published, {
    language,
    came: cameToUs(c),
    token: await startToken(base, published.id),
    appUrl,
  });
}

/** What the address asks for, then what the browser's owner reads. */
function languageFor(c: EdgeContext, { definition }: PublishedForm): string {
  const spoken = (c.req.header("accept-language") ?? "")
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "");
  return chooseLanguage(definition, [c.req.query("lang") ?? "", ...spoken.slice(0, 10)]);
}

/** Only into fields whose owner allows it. */
function prefilled(c: EdgeContext, { definition }: PublishedForm): Record<string, unknown> {
  const entries = definition.fields
    .filter(({ canPrefill }) => canPrefill)
    .map(({ key }) => [key, c.req.queries(key)?.map((value) => value.slice(0, 500))] as const)
    .flatMap(([key, values]) =>
      values?.length ? [[key, values.length > 1 ? values : values[0]] as const] : [],
    );
  return Object.fromEntries(entries);
}

const campaign = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];

function cameToUs(c: EdgeContext) {
  const given = campaign.map((name) => [name, c.req.query(name) ?? ""]);
  const referrer = URL.parse(c.req.header("referer") ?? "")?.host ?? "";
  const visitor = Object.fromEntries([...given, ["referrer", referrer]].filter(([, value]) => value));
  return { visitor, now: c.get("base").now() };
}

/** By which campaign a visitor came, and the mark of the link that led here: to our own page, so nobody else learns it. */
function cameBy(c: EdgeContext, isFramed: boolean): Record<string, string> {
  const given = campaign.map((name) => [`_${name}`, c.req.query(name)?.slice(0, 200)]);
  const marks = [
    ["_click", c.req.query("trb_click")?.slice(0, 200)],
    ["_visitor", c.req.query("trb_visitor")?.slice(0, 500)],
    ["_frame", isFramed ? "1" : undefined],
  ];
  return Object.fromEntries([...given, ...marks].filter(([, value]) => value));
}

/** Made with the page, so that the same page sent twice is one answer. */
function newSubmissionName(random: Uint8Array): string {
  return [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
