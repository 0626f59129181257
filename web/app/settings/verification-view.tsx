import { Form, useLocation, useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { CopyButton } from "~/components/ui/copy-button";
import { countOf } from "~/words/format";
import type { Verification } from "./verification";

/** Goes to an address of its own, beside the filters: checking changes nothing. */
export function VerifyButton({ from = "yes", children }: { from?: string; children: string }) {
  const { pathname, search } = useLocation();
  const { state, location } = useNavigation();
  const isAsking = state === "loading" && new URLSearchParams(location.search).get("verify") === from;
  const others = [...new URLSearchParams(search)].filter(([name]) => name !== "verify");
  return (
    <Form method="get" action={pathname} preventScrollReset>
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" name="verify" value={from} pending={isAsking}>
        {children}
      </Button>
    </Form>
  );
}

export function VerificationResult({ result }: { result: Verification }) {
  const { intact, checked, unsealed, breaks, fingerprints, rest } = result;
  if (!intact) return <Broken breaks={breaks} checked={checked} />;
  if (checked === 0) {
    return (
      <Callout role="status" takesFocus className="mb-6" title="There is nothing to verify yet">
        The first seals come with the first entries.
      </Callout>
    );
  }
  return (
    <Callout
      tone="success"
      role="status"
      takesFocus
      className="mb-6"
      title={rest ? "Intact so far" : "The log is intact"}
      action={rest && <VerifyButton from={rest}>Verify the next part</VerifyButton>}
    >
      <p>
        {countOf(checked, "entry", "entries")} checked, each against the seal of the one before. None is
        missing, none was changed.{" "}
        {unsealed > 0 &&
          `The newest ${unsealed === 1 ? "one is" : `${unsealed} are`} sealed in a few minutes.`}
      </p>
      {fingerprints.map((fingerprint) => (
        <Fingerprint key={fingerprint} value={fingerprint} />
      ))}
    </Callout>
  );
}

function Fingerprint({ value }: { value: string }) {
  return (
    <details className="mt-2">
      <summary className="touch inline-block text-ink underline">Show the last seal</summary>
      <p className="mt-1">Note it down: with it you can prove later that nothing before it was rewritten.</p>
      <code className="mt-2 block rounded-4 bg-raised px-3 py-2 font-mono text-13 break-all text-ink select-all">
        {value}
      </code>
      <CopyButton value={value} label="Copy seal" size="sm" className="mt-2" />
    </details>
  );
}

const reasons = {
  missing: "is missing: it was taken out",
  changed: "was changed after it was written",
  unsealed: "has lost its seal",
};

function Broken({ breaks, checked }: Pick<Verification, "breaks" | "checked">) {
  return (
    <Callout
      tone="danger"
      role="alert"
      takesFocus
      className="mb-6"
      title="Somebody has tampered with the log"
    >
      <ul className="grid gap-1">
        {breaks.map(({ sequence, entryId, reason }) => (
          <li key={entryId}>
            Entry number {sequence} {reasons[reason]}.{" "}
            <span className="font-mono break-all">({entryId})</span>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        The {countOf(checked, "entry", "entries")} before are as they were written. Tributary itself never
        changes an entry: tell whoever runs it, with this page.
      </p>
    </Callout>
  );
}
