import * as z from "zod";
import { route } from "../../kernel/contract";
import { ownPath } from "../fields";
import { finishSocialSignIn, startSocialSignIn } from "./social";
import { offeredProviders, socialProviderNames } from "./social-providers";

const tag = "Sign-in";
const provider = z.enum(socialProviderNames);

export const socialRoutes = [
  route(
    {
      method: "get",
      path: "/v1/auth/providers",
      operation: "listSignInProviders",
      tag,
      summary: "Other ways to sign in",
      access: "public",
      rate: "read",
      answer: { status: 200, schema: z.strictObject({ social: z.array(provider) }) },
      budget: { read: 0, written: 0 },
    },
    async (ctx) => ({ social: offeredProviders(ctx.settings) }),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/sign-in/social",
      operation: "startSocialSignIn",
      tag,
      summary: "Begin to sign in with another account",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({ provider, returnTo: ownPath.optional() }),
      answer: { status: 200, schema: z.strictObject({ url: z.url() }) },
      problems: ["not_found"],
    },
    (ctx, { body, request }) => startSocialSignIn(ctx, request, body),
  ),
  route(
    {
      method: "get",
      path: "/v1/auth/callback/{provider}",
      operation: "finishSocialSignIn",
      tag,
      summary: "Come back from another account",
      description: "Where the provider sends the browser; it is sent on to the page that it came from.",
      access: "public",
      rate: "sign_in",
      params: z.strictObject({ provider }),
      query: z.looseObject({ state: z.string().optional(), code: z.string().optional() }),
      answer: { status: 302 },
    },
    (ctx, { params, query, request }) => finishSocialSignIn(ctx, request, params.provider, query),
  ),
];
