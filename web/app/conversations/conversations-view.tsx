import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { MessageSquare } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/states";
import { RelativeTime } from "~/components/ui/time";
import { useHouse } from "~/leads/house";
import { channelWords, type Conversation, type Draft, type Thread } from "./conversation";
import { Message, type MessageActs } from "./message";
import { RecordForm } from "./record-form";

export type ConversationsViewProps = {
  threads: readonly Thread[];
  messages: readonly Conversation[];
  openThread: string | null;
  threadTo(threadId: string | null): string;
  acts: MessageActs & { record(draft: Draft): Promise<boolean> };
  /** The button for older ones, and what it brought. */
  older?: ReactNode;
};

/** What was said with a lead, by thread, and what it shows. */
export function ConversationsView(props: ConversationsViewProps) {
  const { threads, messages, openThread, acts, older } = props;
  const [isRecording, setRecording] = useState(false);
  const { mayWrite } = useHouse();
  const record = mayWrite && !isRecording && (
    <Button size="sm" onClick={() => setRecording(true)}>
      {openThread ? "Add to this thread" : "Record conversation"}
    </Button>
  );
  return (
    <section aria-label="Conversations" className="grid gap-4">
      {isRecording && (
        <RecordForm threadId={openThread} onSave={acts.record} onClose={() => setRecording(false)} />
      )}
      {threads.length + messages.length === 0 ? (
        !isRecording && (
          <EmptyState icon={MessageSquare} title="What you talk about will be here" action={record}>
            Paste an email or note down a call. Tributary reads what the lead said: the mood, what they want,
            and the words that show it.
          </EmptyState>
        )
      ) : (
        <>
          <div className="flex flex-wrap items-start justify-between gap-3">
            <Threads {...props} />
            {record}
          </div>
          <ol>
            {messages.map((message) => (
              <Message key={message.id} message={message} acts={acts} />
            ))}
          </ol>
          {older}
        </>
      )}
    </section>
  );
}

function Threads({ threads, openThread, threadTo }: ConversationsViewProps) {
  return (
    <nav aria-label="Threads" className="min-w-0 grow basis-72">
      <ul className="grid gap-0.5">
        {threads.length > 1 && (
          <li>
            <ThreadLink to={threadTo(null)} isCurrent={openThread === null}>
              <span className="flex-1">All of them</span>
            </ThreadLink>
          </li>
        )}
        {threads.map(({ threadId, subject, channel, count, lastAt, lastDirection }) => (
          <li key={threadId}>
            <ThreadLink to={threadTo(threadId)} isCurrent={openThread === threadId}>
              <span className="min-w-0 flex-1 truncate">{subject || channelWords[channel]}</span>
              {lastDirection === "inbound" && isWritten(channel) && (
                <span className="text-12 text-stream-ink">To answer</span>
              )}
              <span className="text-12 text-muted">
                {count} · <RelativeTime at={lastAt} />
              </span>
            </ThreadLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type ThreadLinkProps = { to: string; isCurrent: boolean; children: ReactNode };

function ThreadLink({ to, isCurrent, children }: ThreadLinkProps) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={isCurrent ? "true" : undefined}
      className={clsx(
        "flex min-h-8 items-center gap-3 rounded-8 px-2 pointer-coarse:min-h-11",
        isCurrent ? "bg-sunken font-medium" : "hover:bg-hover",
      )}
    >
      {children}
    </Link>
  );
}

/** A talk was had; what was written waits for an answer. */
function isWritten(channel: Thread["channel"]): boolean {
  return channel === "email" || channel === "chat";
}
