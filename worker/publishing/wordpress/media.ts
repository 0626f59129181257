import * as z from "zod";
import { type FetcherPort, ProviderError } from "../../kernel/ports";
import { callWordPress, said, type WordPress } from "./api";

const extensions: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
};
const maxBytes = 8_000_000;
const media = z.object({ id: z.number().int() });

/** Brings a picture into the site's own library, once, with the words for those who cannot see it. */
export async function uploadPicture(
  site: WordPress,
  fetcher: FetcherPort,
  picture: { source: string; alt: string; name: string },
): Promise<number> {
  const known = await findPicture(site, picture.name);
  const id = known ?? (await sendPicture(site, fetcher, picture));
  await callWordPress(site, { method: "POST", path: `media/${id}`, json: { alt_text: picture.alt } });
  return id;
}

/** An upload whose answer never came is found by its name instead of being sent again. */
async function findPicture(site: WordPress, name: string): Promise<number | null> {
  const query = { slug: name, context: "edit", _fields: "id" };
  const found = z.array(media).safeParse(await callWordPress(site, { method: "GET", path: "media", query }));
  return found.data?.[0]?.id ?? null;
}

async function sendPicture(
  site: WordPress,
  fetcher: FetcherPort,
  { source, name }: { source: string; name: string },
): Promise<number> {
  const page = await fetcher.fetch({ url: source, accept: Object.keys(extensions), maxBytes });
  const type = page.contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const extension = extensions[type];
  if (page.status !== 200 || !extension)
    throw new ProviderError("wordpress", "refuse", "no_picture", "The picture could not be read.");
  const file = { bytes: page.body, type, name: `${name}.${extension}` };
  const answer = media.safeParse(await callWordPress(site, { method: "POST", path: "media", file }));
  if (!answer.success) throw said("unknown", "not_data");
  return answer.data.id;
}
