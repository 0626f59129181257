import type { UNSAFE_RouteConfigEntry as RouteEntry } from "@remix-run/dev";

/** Every screen of the app and its address, in one place. */
const routes: RouteEntry[] = [
  { file: "routes/public/landing.tsx", index: true },
  screen("sign-in", "account/sign-in"),
  screen("sign-up", "account/sign-up"),
  screen("check-mail", "account/check-mail"),
  screen("verify-email", "account/verify-email"),
  screen("forgot-password", "account/forgot-password"),
  screen("reset-password", "account/reset-password"),
  screen("two-factor", "account/two-factor"),
  screen("sign-out", "account/sign-out"),
  screen("preferences", "account/preferences"),
  screen("dev/states/:screen?", "dev/states"),
  screen("*", "public/not-found"),
];

export default routes;

function screen(path: string, file: string): RouteEntry {
  return { path, file: `routes/${file}.tsx` };
}
