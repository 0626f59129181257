import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { pageOf, pageQuery } from "../../kernel/page";
import { signedInAnswer } from "../answers";
import { oneLine } from "../fields";
import {
  addPasskey,
  assertion,
  ceremonyOptions,
  challengePasskey,
  listPasskeys,
  offerPasskey,
  registration,
  removePasskey,
  signInWithPasskey,
} from "./passkeys";
import { passkeyWire } from "../wire";

const tag = "Passkeys";

export const passkeyRoutes = [
  route(
    {
      method: "post",
      path: "/v1/auth/passkey/generate-register-options",
      operation: "offerPasskey",
      tag,
      summary: "Begin to add a passkey",
      access: "person",
      recentAuthentication: true,
      rate: "sign_in",
      answer: { status: 200, schema: ceremonyOptions },
      problems: ["reauthentication_required"],
    },
    (ctx, { request }) => offerPasskey(ctx, request),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/passkey/verify-registration",
      operation: "addPasskey",
      tag,
      summary: "Add the passkey that the browser made",
      access: "person",
      recentAuthentication: true,
      rate: "sign_in",
      body: z.strictObject({ response: registration, name: oneLine(60).optional() }),
      answer: { status: 201, schema: passkeyWire },
      problems: ["bad_request", "reauthentication_required"],
    },
    (ctx, { body, request }) => addPasskey(ctx, request, body),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/passkey/generate-authenticate-options",
      operation: "challengePasskey",
      tag,
      summary: "Begin to sign in with a passkey",
      access: "public",
      rate: "sign_in",
      answer: { status: 200, schema: ceremonyOptions },
    },
    (ctx, { request }) => challengePasskey(ctx, request),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/passkey/verify-authentication",
      operation: "signInWithPasskey",
      tag,
      summary: "Sign in with a passkey",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({ response: assertion }),
      answer: { status: 200, schema: signedInAnswer },
      problems: ["unauthenticated", "bad_request"],
    },
    (ctx, { body, request }) => signInWithPasskey(ctx, request, body),
  ),
  route(
    {
      method: "get",
      path: "/v1/auth/passkeys",
      operation: "listPasskeys",
      tag,
      summary: "List my passkeys",
      access: "person",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(passkeyWire) },
    },
    (ctx, { query }) => listPasskeys(ctx, query),
  ),
  route(
    {
      method: "delete",
      path: "/v1/auth/passkeys/{passkeyId}",
      operation: "removePasskey",
      tag,
      summary: "Remove a passkey",
      access: "person",
      recentAuthentication: true,
      params: z.strictObject({ passkeyId: idOf("passkey") }),
      answer: { status: 204 },
      problems: ["reauthentication_required"],
    },
    (ctx, { params }) => removePasskey(ctx, params.passkeyId),
  ),
];
