import type { UNSAFE_RouteConfigEntry as RouteEntry } from "@remix-run/dev";

/** Every screen of the app and its address, in one place. */
const routes: RouteEntry[] = [index("routes/public/landing.tsx")];

export default routes;

function index(file: string): RouteEntry {
  return { file, index: true };
}
