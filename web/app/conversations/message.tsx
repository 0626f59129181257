import { ArrowDownLeft, ArrowUpRight, Ellipsis } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem } from "~/components/ui/menu";
import { RelativeTime } from "~/components/ui/time";
import { useColleague, useHouse } from "~/leads/house";
import { useLocale } from "~/locale";
import { channelWords, type Conversation, type Correction } from "./conversation";
import { CorrectionForm } from "./correction-form";
import { evidenceOf, Findings } from "./findings";
import { MarkedWords } from "./marked-words";
import { sayLanguage } from "./read-language";

export type MessageActs = {
  correct(id: string, correction: Correction): Promise<boolean>;
  analyze(id: string): void;
  remove(id: string): Promise<void>;
};

/** One message: its words, and below them what they show. */
export function Message({ message, acts }: { message: Conversation; acts: MessageActs }) {
  const [shown, setShown] = useState<string | null>(null);
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <li className="grid gap-2 border-b border-line py-4 last:border-b-0">
      <Head message={message} acts={acts} onCorrect={() => setCorrecting(true)} />
      <MarkedWords content={message.content} evidence={evidenceOf(message, shown)} />
      {isCorrecting ? (
        <CorrectionForm
          message={message}
          onSave={(correction) => acts.correct(message.id, correction)}
          onClose={() => setCorrecting(false)}
        />
      ) : (
        <Findings message={message} shown={shown} onShow={setShown} />
      )}
      <Reading message={message} onAgain={() => acts.analyze(message.id)} />
    </li>
  );
}

type HeadProps = { message: Conversation; acts: MessageActs; onCorrect(): void };

function Head({ message, acts, onCorrect }: HeadProps) {
  const { direction, channel, subject, occurredAt, id, analysisStatus } = message;
  const { mayWrite } = useHouse();
  const Icon = direction === "inbound" ? ArrowDownLeft : ArrowUpRight;
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">
          {subject || channelWords[channel]}
          <span className="sr-only">{direction === "inbound" ? ", from the lead" : ", from us"}</span>
        </p>
        <p className="text-12 text-muted">
          {channelWords[channel]} · {direction === "inbound" ? "from the lead" : "from us"} ·{" "}
          <RelativeTime at={occurredAt} />
        </p>
      </div>
      {mayWrite && (
        <Menu
          label="About this conversation"
          trigger={
            <Button
              look="quiet"
              size="iconSm"
              aria-label={`More about “${subject || channelWords[channel]}”`}
            >
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={onCorrect}>Correct what was found</MenuItem>
          <MenuItem disabled={analysisStatus === "pending"} onSelect={() => acts.analyze(id)}>
            {analysisStatus === "off" ? "Read it" : "Read it again"}
          </MenuItem>
          <MenuItem danger onSelect={() => void acts.remove(id)}>
            Delete conversation
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}

/** How far the reading is, and whose word is shown. */
function Reading({ message, onAgain }: { message: Conversation; onAgain(): void }) {
  const { analysisStatus, analysisError, corrected, correctedBy } = message;
  const { mayWrite } = useHouse();
  const { language } = useLocale();
  const corrector = useColleague(correctedBy)?.name ?? "a colleague";
  if (analysisStatus === "pending")
    return (
      <p role="status" className="animate-breathe text-13 text-muted">
        Being read…
      </p>
    );
  if (analysisStatus === "failed")
    return (
      <p className="text-13 text-danger">
        It could not be read. {analysisError}{" "}
        {mayWrite && (
          <Button look="quiet" size="sm" onClick={onAgain}>
            Try again
          </Button>
        )}
      </p>
    );
  const remarks = [
    analysisStatus === "completed" && sayLanguage(message.language, language),
    corrected.length > 0 && `Corrected by ${corrector}. Reading it again keeps that.`,
  ].filter(Boolean);
  return remarks.length > 0 && <p className="text-12 text-muted">{remarks.join(" ")}</p>;
}
