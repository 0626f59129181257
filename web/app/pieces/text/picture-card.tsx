import { ImageIcon } from "lucide-react";

/**
 * A picture of another site is named and not loaded: a page that fetched it would tell that site who is reading (SSRF-10).
 * The published page shows it.
 */
export function PictureCard({ src, alt }: { src: string; alt: string }) {
  return (
    <span className="picture-card" data-ground>
      <ImageIcon aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0">
        <span className="block">{alt || "No words for those who cannot see it yet"}</span>
        <span className="block truncate text-12 text-muted">{src}</span>
      </span>
    </span>
  );
}
