import { Download } from "lucide-react";
import { buttonLook } from "~/components/ui/button";
import { countOf } from "~/words/format";
import type { ContentUpgrade, UpgradeWords } from "../piece";
import { StaticText } from "../text/static-text";

type DocumentPanelProps = { piece: ContentUpgrade; words: UpgradeWords };

export function DocumentPanel({ piece, words }: DocumentPanelProps) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap gap-2">
        <DownloadLink pieceId={piece.id} format="docx" name="Download for Word" />
        <DownloadLink pieceId={piece.id} format="html" name="Download as HTML" />
      </div>
      <p className="text-13 text-muted">
        As it is saved.{" "}
        {piece.downloadCount === 0
          ? "No reader has downloaded it yet."
          : `Readers have downloaded it ${countOf(piece.downloadCount, "time")}.`}
      </p>
      <section aria-label="Preview">
        <h3 className="mb-2 font-medium">Preview</h3>
        <div className="rounded-8 border border-line bg-raised p-5">
          <p className="font-serif text-20 font-semibold">{words.title}</p>
          {words.description && <p className="mt-2 text-muted">{words.description}</p>}
          <StaticText tree={words.body} className="prose-tight mt-4" />
        </div>
      </section>
    </div>
  );
}

function DownloadLink({ pieceId, format, name }: { pieceId: string; format: "docx" | "html"; name: string }) {
  return (
    <a href={`${pieceId}/document?format=${format}`} download className={buttonLook({ size: "sm" })}>
      <Download aria-hidden />
      {name}
    </a>
  );
}
