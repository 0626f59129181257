import { Callout } from "~/components/ui/callout";
import { ActionButton } from "~/form/action-button";

/** Suspending locks somebody out and keeps their place; it is taken back as easily. */
export function Suspend({ name }: { name: string }) {
  return (
    <section aria-label="Suspend">
      <p className="mb-2 text-13 text-muted">
        Suspended, {name} cannot come in and takes no seat. Role and teams wait for their return.
      </p>
      <ActionButton intent="status" fields={{ status: "suspended" }} look="dangerQuiet">
        Suspend {name}
      </ActionButton>
    </section>
  );
}

export function Suspended({ name, mayReactivate }: { name: string; mayReactivate: boolean }) {
  return (
    <Callout
      tone="attention"
      title={`${name} is suspended`}
      action={
        mayReactivate && (
          <ActionButton intent="status" fields={{ status: "active" }}>
            Reactivate {name}
          </ActionButton>
        )
      }
    >
      They cannot come in. Coming back takes a seat again.
    </Callout>
  );
}
