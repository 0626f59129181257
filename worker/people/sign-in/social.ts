import * as z from "zod";
import type { Base } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { createAuth } from "../sessions/auth";
import { callAuth, cookiesOf, withCookies } from "../sessions/call-auth";
import { offeredProviders, type SocialProviderName } from "./social-providers";

/** What the library answers instead of a session to whoever has a second factor. */
const secondFactor = z.object({ twoFactorRedirect: z.literal(true) });
const departure = z.object({ url: z.url() });

/** Where to send the browser; the way back is bound to it by a signed cookie, for ten minutes (CSRF-04). */
export async function startSocialSignIn(
  ctx: Base,
  request: Request,
  { provider, returnTo = "/" }: { provider: SocialProviderName; returnTo?: string },
): Promise<Response> {
  if (!offeredProviders(ctx.settings).includes(provider)) throw new NotFound();
  const { api } = createAuth(ctx);
  const callbackURL = new URL(returnTo, ctx.settings.APP_URL).href;
  const errorCallbackURL = new URL("/sign-in", ctx.settings.APP_URL).href;
  const { answer, cookies } = await callAuth(request, (headers) =>
    api.signInSocial({
      body: { provider, callbackURL, errorCallbackURL, disableRedirect: true },
      headers,
      returnHeaders: true,
    }),
  );
  return withCookies(200, { url: departure.parse(answer).url }, cookies);
}

/** The browser comes back and is sent on, signed in or with an `error` for the sign-in page to explain. */
export async function finishSocialSignIn(
  ctx: Base,
  request: Request,
  provider: SocialProviderName,
  query: Record<string, unknown>,
): Promise<Response> {
  if (!offeredProviders(ctx.settings).includes(provider)) throw new NotFound();
  const { api } = createAuth(ctx);
  const answer = await api.callbackOAuth({
    method: "GET",
    params: { id: provider },
    query,
    headers: cookiesOf(request),
    asResponse: true,
  });
  const target = answer.headers.get("location");
  const location = answer.status === 302 && target ? ownAddress(ctx, target) : null;
  const sent = withCookies(302, null, answer.headers.getSetCookie());
  const next = (await asksForCode(answer)) ? secondStepTo(location ?? "/") : location;
  sent.headers.set("location", next ?? "/sign-in?error=refused");
  return sent;
}

async function asksForCode(answer: Response): Promise<boolean> {
  const body = await answer.text();
  return body !== "" && secondFactor.safeParse(JSON.parse(body)).success;
}

function secondStepTo(next: string): string {
  return `/two-factor?next=${encodeURIComponent(next)}`;
}

/** Only to our own pages, whatever the library was told (REDIR-01). */
function ownAddress({ settings }: Base, target: string): string | null {
  const url = new URL(target, settings.APP_URL);
  if (url.origin !== new URL(settings.APP_URL).origin) return null;
  const isTheirErrorPage = url.pathname.startsWith("/v1/");
  return isTheirErrorPage ? `/sign-in${url.search}` : `${url.pathname}${url.search}`;
}
