import { useAnswer } from "~/form/answer";
import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";

type MailLinkViewProps = {
  isWaiting: boolean;
  title: string;
  /** What the one button does, which a browser with script presses by itself. */
  action: string;
  expired: string;
  onward: { to: string; name: string };
};

/** The page of a link in a mail: opening it changes nothing, its form does. */
export function MailLinkView({ isWaiting, title, action, expired, onward }: MailLinkViewProps) {
  const failure = useAnswer<{ failure?: string }>()?.failure;
  if (!isWaiting || failure) {
    return (
      <AuthShell title="This link no longer works" about={failure ?? expired}>
        <LinkButton to={onward.to} look="primary" size="lg">
          {onward.name}
        </LinkButton>
      </AuthShell>
    );
  }
  return (
    <AuthShell title={title}>
      <PressedByItself action={action} />
    </AuthShell>
  );
}

function PressedByItself({ action }: { action: string }) {
  const submit = useSubmit();
  const { state } = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => submit(form.current, { replace: true }), [submit]);
  return (
    <Form ref={form} method="post">
      <Button type="submit" look="primary" size="lg" pending={state !== "idle"}>
        {action}
      </Button>
    </Form>
  );
}
