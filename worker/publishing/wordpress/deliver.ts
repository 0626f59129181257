import type { Context } from "../../kernel/context";
import { ProviderError } from "../../kernel/ports";
import { renderHtml } from "../../pieces";
import { openPassword } from "../integrations/credentials";
import type { Integration } from "../integrations/queries";
import { integrationSettingsOf } from "../integrations/settings";
import type { Publication } from "../queries";
import { remember, settlePublished, settleUnconfirmed, settleWithdrawn } from "../settle";
import { settingsOf } from "../settings";
import { assertHasPage, type SiteContent } from "../snapshot";
import type { WordPress } from "./api";
import { discoverApi } from "./discover";
import { uploadPicture } from "./media";
import {
  collectionOf,
  createPost,
  findCategory,
  findPost,
  type PostBody,
  updatePost,
  withMarker,
  type WordPressPost,
} from "./post";

/** Brings a piece to a WordPress site, changes what is there, or makes it a draft again. */
export async function deliverToWordPress(
  ctx: Context,
  row: Publication,
  integration: Integration,
): Promise<void> {
  const site = await openSite(ctx, integration);
  const { intent, snapshot } = settingsOf(row);
  const { content } = snapshot;
  assertHasPage(content);
  if (intent === "withdraw") return await withdraw(ctx, row, site, content);
  const kept = await withPicture(ctx, row, site, content);
  const body = await bodyOf(kept, site, integration, content);
  if (row.externalId !== null) {
    const changed = await change(site, row.externalId, content, body);
    if (changed) return await settlePublished(ctx, kept, placeOf(changed));
  }
  await createOnce(ctx, kept, site, content, body);
}

export async function openSite(ctx: Context, integration: Integration): Promise<WordPress> {
  const { url, username = "", apiRoot } = integrationSettingsOf(integration);
  const { fetcher } = ctx.providers;
  const password = await openPassword(ctx, integration);
  return { fetcher, username, password, apiRoot: apiRoot ?? (await discoverApi(fetcher, url)) };
}

/** The same whether it comes once or again: what is there becomes what is approved. A post deleted there is made anew. */
async function change(
  site: WordPress,
  id: string,
  content: SiteContent,
  body: PostBody,
): Promise<WordPressPost | null> {
  try {
    return await updatePost(site, collectionOf(content), id, body);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.code === "no_api") return null;
    throw error.verdict === "unknown" ? again(error) : error;
  }
}

/** Before it is sent it is written down that it is sent: after a crash or a lost answer it is looked for, never repeated. */
async function createOnce(
  ctx: Context,
  row: Publication,
  site: WordPress,
  content: SiteContent,
  body: PostBody,
): Promise<void> {
  const kind = collectionOf(content);
  if (settingsOf(row).sentAt !== undefined) return await lookFor(ctx, row, site, content);
  const sent = await remember(ctx, row, { sentAt: ctx.now() });
  try {
    return await settlePublished(ctx, sent, placeOf(await createPost(site, kind, body)));
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.verdict === "unknown") return await lookFor(ctx, sent, site, content);
    await remember(ctx, sent, { sentAt: undefined });
    throw error;
  }
}

const lost = "WordPress did not say whether it took this in. Check before you publish it again.";

async function lookFor(ctx: Context, row: Publication, site: WordPress, content: SiteContent): Promise<void> {
  const found = await findPost(site, collectionOf(content), row.id, content.slug).catch((error: unknown) => {
    if (error instanceof ProviderError) return null;
    throw error;
  });
  if (found) return await settlePublished(ctx, row, placeOf(found));
  await settleUnconfirmed(ctx, row, { code: "no_answer", message: lost });
}

async function withdraw(
  ctx: Context,
  row: Publication,
  site: WordPress,
  content: SiteContent,
): Promise<void> {
  if (row.externalId !== null) await change(site, row.externalId, content, { status: "draft" });
  await settleWithdrawn(ctx, row);
}

/** A picture that does not get there keeps nothing back: the post goes without it and says so. */
async function withPicture(
  ctx: Context,
  row: Publication,
  site: WordPress,
  content: SiteContent,
): Promise<Publication> {
  const { media } = settingsOf(row);
  const source = content.kind === "blog_post" ? content.imageUrl : null;
  if (content.kind !== "blog_post" || !source) return row;
  if (media?.source === source) return row;
  try {
    const name = `tributary-${row.id.toLowerCase().replaceAll("_", "-")}-${row.publishedVersion ?? 0}`;
    const id = await uploadPicture(site, ctx.providers.fetcher, { source, alt: content.imageAlt, name });
    return await remember(ctx, row, { media: { id, source }, warning: undefined });
  } catch (error) {
    if (!(error instanceof ProviderError) || error.verdict === "retry") throw error;
    if (error.code === "wrong_password") throw error;
    return await remember(ctx, row, { warning: `It went without its picture: ${error.message}` });
  }
}

async function bodyOf(
  row: Publication,
  site: WordPress,
  integration: Integration,
  content: SiteContent,
): Promise<PostBody> {
  const { mode, snapshot, media } = settingsOf(row);
  const { category = "" } = integrationSettingsOf(integration);
  const isPost = content.kind === "blog_post";
  const found = isPost && category ? await findCategory(site, category) : null;
  return {
    title: content.title,
    slug: content.slug,
    status: mode,
    content: withMarker(`${renderHtml(content.body, { rel: "noopener" })}\n${callToAction(content)}`, row.id),
    excerpt: (isPost ? content.metaDescription : content.description) || snapshot.excerpt,
    ...(isPost && media ? { featured_media: media.id } : {}),
    ...(found === null ? {} : { categories: [found] }),
  };
}

function callToAction({ ctaText, ctaUrl }: SiteContent): string {
  if (!ctaText || !ctaUrl) return "";
  const link = { type: "text", text: ctaText, marks: [{ type: "link", attrs: { href: ctaUrl } }] };
  return renderHtml({ type: "doc", content: [{ type: "paragraph", content: [link] }] }, { rel: "noopener" });
}

function placeOf({ id, url }: WordPressPost) {
  return { externalId: id, externalUrl: url || null };
}

/** A change that may have arrived is simply made again. */
function again(error: ProviderError): ProviderError {
  return new ProviderError(error.provider, "retry", error.code, error.message, error.retryAfterSeconds, {
    cause: error,
  });
}
