import { Callout } from "~/components/ui/callout";
import { CopyButton } from "~/components/ui/copy-button";

/** Just made: the only time that anybody sees the secret. */
export type FreshWebhook = { name: string; secret: string };

export function FreshSecret({ fresh: { name, secret } }: { fresh: FreshWebhook }) {
  return (
    <Callout
      key={secret}
      takesFocus
      tone="success"
      role="status"
      className="mb-8"
      title={`Copy the secret of “${name}” now: you will not see it again.`}
      action={
        <>
          <CopyButton value={secret} label="Copy secret" size="sm" />
          <CopyButton value={snippet} label="Copy the check" size="sm" />
        </>
      }
    >
      <code className="mt-2 block rounded-4 bg-raised px-3 py-2 font-mono text-13 break-all text-ink select-all">
        {secret}
      </code>
      <p className="mt-3">With it your receiver knows that a message is ours. In Node:</p>
      <pre className="mt-1 rounded-4 bg-raised px-3 py-2 font-mono text-12 break-words whitespace-pre-wrap text-ink">
        {snippet}
      </pre>
    </Callout>
  );
}

/** What Standard Webhooks asks of a receiver, in the fewest lines that do it. */
const snippet = `import { createHmac, timingSafeEqual } from "node:crypto";

export function isGenuine(headers, body, secret) {
  const id = headers["webhook-id"], time = headers["webhook-timestamp"];
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const ours = createHmac("sha256", key).update(\`\${id}.\${time}.\${body}\`).digest();
  return headers["webhook-signature"].split(" ").some((each) => {
    const theirs = Buffer.from(each.slice("v1,".length), "base64");
    return theirs.length === ours.length && timingSafeEqual(theirs, ours);
  });
}`;
