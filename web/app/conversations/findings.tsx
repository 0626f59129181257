import { clsx } from "clsx";
import { Percent } from "~/components/ui/percent";
import {
  type Conversation,
  entityWords,
  type Evidence,
  intentWords,
  sentimentWords,
  signalWords,
  urgencyWords,
} from "./conversation";

type Finding = {
  key: string;
  part: string;
  words: string;
  confidence: number;
  evidence: Evidence;
  tone?: "danger" | "stream";
};

type FindingsProps = {
  message: Conversation;
  shown: string | null;
  onShow(key: string | null): void;
};

/** What was found in a message. Each is a button that marks the words by which it is known. */
export function Findings({ message, shown, onShow }: FindingsProps) {
  const groups = Map.groupBy(findingsIn(message), ({ part }) => part);
  return (
    <dl className="grid gap-1.5 text-13">
      {[...groups].map(([part, findings]) => (
        <div key={part} className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
          <dt className="py-0.5 text-muted">{part}</dt>
          <dd className="flex flex-wrap gap-1">
            {findings.map((finding) => (
              <FindingButton
                key={finding.key}
                finding={finding}
                isShown={shown === finding.key}
                onShow={onShow}
              />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type FindingButtonProps = { finding: Finding; isShown: boolean; onShow: FindingsProps["onShow"] };

function FindingButton({ finding, isShown, onShow }: FindingButtonProps) {
  const { key, words, confidence, evidence, tone } = finding;
  const look = clsx(
    "touch inline-flex min-h-6 items-center gap-1.5 rounded-4 px-1.5 text-left",
    tone === "danger" && "text-danger",
    tone === "stream" && "text-stream-ink",
  );
  const sure = confidence > 0 && confidence < 1 && (
    <span className="text-12 text-muted">
      <Percent of={confidence} />
    </span>
  );
  if (evidence.length === 0)
    return (
      <span className={look}>
        {words} {sure}
      </span>
    );
  return (
    <button
      type="button"
      aria-pressed={isShown}
      className={clsx(look, isShown ? "bg-stream-soft" : "bg-sunken hover:bg-hover")}
      onClick={() => onShow(isShown ? null : key)}
    >
      {words} {sure}
    </button>
  );
}

export function evidenceOf(message: Conversation, key: string | null): Evidence {
  return findingsIn(message).find((finding) => finding.key === key)?.evidence ?? [];
}

function findingsIn({ sentiment, intent, topics, entities, buyingSignals }: Conversation): Finding[] {
  return [
    ...(sentiment ? [moodOf(sentiment)] : []),
    ...(intent
      ? [
          {
            ...intent,
            key: "intent",
            part: "Wants",
            words:
              intent.primary === "other"
                ? intentWords.other
                : `${intentWords[intent.primary]}, ${urgencyWords[intent.urgency].toLowerCase()}`,
          },
        ]
      : []),
    ...buyingSignals.map(({ kind, ...rest }) => ({
      ...rest,
      key: `signal ${kind}`,
      part: "Buying signals",
      words: signalWords[kind],
      tone: "stream" as const,
    })),
    ...topics.map(({ name, ...rest }) => ({ ...rest, key: `topic ${name}`, part: "Topics", words: name })),
    ...entities.map(({ type, text, ...rest }) => ({
      ...rest,
      key: `entity ${type} ${text}`,
      part: "Named",
      words: `${text} (${entityWords[type].toLowerCase()})`,
      ...(type === "competitor" ? { tone: "danger" as const } : {}),
    })),
  ];
}

function moodOf({ overall, emotions, ...rest }: NonNullable<Conversation["sentiment"]>): Finding {
  const words = [sentimentWords[overall], ...emotions].join(", ");
  const tone = overall === "negative" ? "danger" : overall === "positive" ? "stream" : undefined;
  return { ...rest, key: "sentiment", part: "Mood", words, ...(tone ? { tone } : {}) };
}
