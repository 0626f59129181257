import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import type { TrackingScript } from "./tracking-key";

const shape = z.object({ tracking: z.object({ file: z.string(), integrity: z.string() }) });

/** From the build's own list, so that the page to copy from names the file that is really served. */
export async function trackingScript({ request, context }: LoaderFunctionArgs): Promise<TrackingScript> {
  const address = new URL("/embed/versions.json", request.url);
  const answer = await (context.env.ASSETS ?? globalThis).fetch(address.href);
  return shape.parse(await answer.json()).tracking;
}
