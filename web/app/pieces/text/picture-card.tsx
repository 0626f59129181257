import { withoutWords } from "./picture-words";

/**
 * A picture of another site is named and not loaded: a page that fetched it would tell that site who is reading (SSRF-10).
 * The published page shows it.
 */
export function PictureCard({ src, alt }: { src: string; alt: string }) {
  return (
    <span className="picture-card" data-ground>
      <span>{alt || withoutWords}</span>
      <span className="picture-address">{src}</span>
    </span>
  );
}
