import type { UNSAFE_RouteConfigEntry as RouteEntry } from "@remix-run/dev";

/** Every screen of the app and its address, in one place. */
const routes: RouteEntry[] = [
  { file: "routes/public/landing.tsx", index: true },
  screen("sign-in", "account/sign-in"),
  screen("sign-up", "account/sign-up"),
];

export default routes;

function screen(path: string, file: string): RouteEntry {
  return { path, file: `routes/${file}.tsx` };
}
