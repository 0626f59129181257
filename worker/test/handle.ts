import { routes } from "../app";
import type { Base } from "../kernel/context";

/** Calls a route's handler past the edge, for a context that no test can have at the front door, such as production's. */
export async function handle(
  operation: string,
  ctx: Base,
  body: object,
  more: object = {},
): Promise<Response> {
  const route = routes.find(({ contract }) => contract.operation === operation);
  if (!route) throw new Error(`No operation is called ${operation}.`);
  const request = new Request(ctx.settings.APP_URL, { method: "POST" });
  // safe: what the edge would pass, made by hand
  const input = { params: undefined, query: undefined, body, request, ...more } as never;
  const answer = await route.handle(ctx, input);
  if (!(answer instanceof Response)) throw new Error(`${operation} answered without a response of its own.`);
  return answer;
}
