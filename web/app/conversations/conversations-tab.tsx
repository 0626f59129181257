import { useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { CardSkeleton } from "~/leads/page/card";
import type { LeadCardProps } from "~/leads/page/lead-card";
import { type CardRead, useCard } from "~/leads/page/use-card";
import { notify } from "~/toasts/notify";
import { actOn } from "./act";
import type { Conversation, ConversationsAnswer } from "./conversation";
import { ConversationsView } from "./conversations-view";
import { Message, type MessageActs } from "./message";

/** The conversations of a lead at work: by thread in the address, older ones on demand. */
export function ConversationsTab({ leadTo }: LeadCardProps) {
  const [search] = useSearchParams();
  const openThread = search.get("thread");
  const address = `${leadTo}/conversations`;
  const card = useCard<ConversationsAnswer>(pageAt(address, openThread, null));
  const { read, again } = card;
  if (read.state === "loading") return <CardSkeleton what="the conversations" />;
  if (read.state !== "ready")
    return (
      <p className="text-muted">
        The conversations could not be loaded.{" "}
        <Button look="quiet" size="sm" onClick={again}>
          Try again
        </Button>
      </p>
    );
  const { threads, messages, nextCursor } = read.value;
  const acts = actsOf(address, card);
  return (
    <ConversationsView
      threads={threads}
      messages={messages}
      openThread={openThread}
      threadTo={(threadId) =>
        `?${new URLSearchParams({ tab: "conversations", ...named(threadId) }).toString()}`
      }
      acts={acts}
      older={
        nextCursor && <Older key={openThread} address={address} threadId={openThread} cursor={nextCursor} />
      }
    />
  );
}

function named(threadId: string | null): { thread?: string } {
  return threadId === null ? {} : { thread: threadId };
}

function pageAt(address: string, threadId: string | null, cursor: string | null): string {
  const query = new URLSearchParams({ ...named(threadId), ...(cursor ? { cursor } : {}) });
  return query.size > 0 ? `${address}?${query.toString()}` : address;
}

type OlderProps = { address: string; threadId: string | null; cursor: string };

/** A page further back, once it is asked for. */
function Older(props: OlderProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OlderPage {...props} />;
  return (
    <div>
      <Button size="sm" onClick={() => setOpen(true)}>
        Show older
      </Button>
    </div>
  );
}

function OlderPage({ address, threadId, cursor }: OlderProps) {
  const card = useCard<ConversationsAnswer>(pageAt(address, threadId, cursor));
  const { read, again } = card;
  if (read.state === "loading") return <CardSkeleton what="older conversations" />;
  if (read.state !== "ready")
    return (
      <Button size="sm" onClick={again}>
        Try again
      </Button>
    );
  const acts = actsOf(address, card);
  return (
    <>
      <ol>
        {read.value.messages.map((message) => (
          <Message key={message.id} message={message} acts={acts} />
        ))}
      </ol>
      {read.value.nextCursor && (
        <Older address={address} threadId={threadId} cursor={read.value.nextCursor} />
      )}
    </>
  );
}

type Read = CardRead<ConversationsAnswer>;

/** Shown at once; where the server says no, the card is read as it stands. */
function actsOf(address: string, { read, put, again }: Read) {
  const show = (change: (messages: Conversation[]) => Conversation[]) => {
    if (read.state === "ready") put({ ...read.value, messages: change(read.value.messages) });
  };
  const inPlace = (id: string, part: Partial<Conversation>) =>
    show((messages) => messages.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const acts: MessageActs & { record: Parameters<typeof ConversationsView>[0]["acts"]["record"] } = {
    async record(body) {
      const answer = await actOn(address, { act: "record", body });
      const recorded = answer && "conversation" in answer ? answer.conversation : null;
      if (recorded) show((messages) => [recorded, ...messages]);
      if (answer) again();
      return answer !== null;
    },
    async correct(id, body) {
      const answer = await actOn(address, { act: "correct", id, body });
      if (answer && "conversation" in answer && answer.conversation) inPlace(id, answer.conversation);
      return answer !== null;
    },
    analyze(id) {
      inPlace(id, { analysisStatus: "pending" });
      void actOn(address, { act: "analyze", id }).then((answer) => answer ?? again());
    },
    async remove(id) {
      const message = read.state === "ready" && read.value.messages.find((one) => one.id === id);
      show((messages) => messages.filter((one) => one.id !== id));
      const answer = await actOn(address, { act: "delete", id });
      if (answer && message) tellDeleted(address, message);
      again();
    },
  };
  return acts;
}

function tellDeleted(address: string, message: Conversation): void {
  const fields = { intent: "restore", conversation: JSON.stringify(message) };
  notify({
    id: `deleted ${message.id}`,
    message: "The conversation is deleted.",
    undo: { action: address, fields },
  });
}
