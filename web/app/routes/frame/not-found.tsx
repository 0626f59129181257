import { data } from "@remix-run/cloudflare";
import { title } from "~/titles";

export const meta = () => title("Not found");

export function loader() {
  throw data(null, { status: 404 });
}

/** Never drawn: the loader always throws. */
export default function NotFound() {
  return null;
}
