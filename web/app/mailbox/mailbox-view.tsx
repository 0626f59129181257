import { Link, useRevalidator } from "@remix-run/react";
import { clsx } from "clsx";
import { Inbox } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/states";
import { RelativeTime } from "~/components/ui/time";
import type { components } from "../../../sdk";

type Mail = components["schemas"]["Mail"];

/** Mail that this machine kept instead of sending. */
type MailboxViewProps = { mails: Mail[]; open?: Mail; pages?: ReactNode };

export function MailboxView({ mails, open, pages }: MailboxViewProps) {
  const { revalidate, state } = useRevalidator();
  return (
    <div className="pb-16">
      <header className="flex flex-wrap items-start justify-between gap-4 pt-4 pb-6">
        <div>
          <h1 className="text-20 font-semibold">Mailbox</h1>
          <p className="mt-1 text-muted">
            Mail that this Tributary kept on your machine instead of sending it.
          </p>
        </div>
        <Button onClick={revalidate} pending={state === "loading"}>
          Look again
        </Button>
      </header>
      {mails.length === 0 ? (
        <EmptyState icon={Inbox} title="No mail yet">
          Sign up, reset a password or invite somebody: the mail appears here at once.
        </EmptyState>
      ) : (
        <div className="grid gap-8 border-t border-line lg:grid-cols-[22rem_minmax(0,1fr)]">
          <div>
            <MessageList mails={mails} openId={open?.id} />
            {pages}
          </div>
          {open ? (
            <Message message={open} />
          ) : (
            <p className="py-6 text-muted max-lg:hidden">Choose a mail to read it.</p>
          )}
        </div>
      )}
    </div>
  );
}

function MessageList({ mails, openId }: { mails: Mail[]; openId: string | undefined }) {
  return (
    <ul className="divide-y divide-line">
      {mails.map(({ id, recipient, subject, createdAt }) => (
        <li key={id}>
          <Link
            to={`/mailbox/${id}`}
            preventScrollReset
            aria-current={id === openId ? "true" : undefined}
            className={clsx("block px-2 py-2.5", id === openId ? "bg-hover" : "hover:bg-sunken")}
          >
            <span className="block truncate font-medium">{subject}</span>
            <span className="flex justify-between gap-4 text-13 text-muted">
              <span className="truncate">{recipient}</span>
              <RelativeTime at={createdAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The HTML is shown in a frame that may do nothing; links in it open in a new tab. */
function Message({ message }: { message: Mail }) {
  return (
    <article aria-labelledby="subject" className="min-w-0 py-4">
      <h2 id="subject" className="text-16 font-semibold">
        {message.subject}
      </h2>
      <p className="mt-1 text-13 text-muted">
        From {message.sender} to {message.recipient}
      </p>
      <iframe
        title={`Mail: ${message.subject}`}
        srcDoc={message.html}
        sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        className="mt-4 h-[32rem] w-full rounded-8 border border-line bg-raised"
      />
      <details className="mt-3">
        <summary className="touch inline-block text-13 text-muted hover:text-ink">Show as text</summary>
        <pre className="mt-2 font-mono text-13 whitespace-pre-wrap">{linked(message.text)}</pre>
      </details>
    </article>
  );
}

/** Addresses in the text can be followed. */
function linked(text: string): ReactNode[] {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(/https?:\/\/\S+/g)) {
    pieces.push(
      text.slice(end, index),
      <a key={index} href={address} className="link break-all">
        {address}
      </a>,
    );
    end = index + address.length;
  }
  return [...pieces, text.slice(end)];
}
