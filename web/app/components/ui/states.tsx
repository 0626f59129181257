import { CircleAlert, Lock, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type StateProps = { title: string; children: ReactNode; action?: ReactNode };

/** Says what will be here and offers the one thing to do. */
export function EmptyState({ icon, ...rest }: StateProps & { icon: LucideIcon }) {
  return <State icon={icon} {...rest} />;
}

export function ErrorState({ requestId, ...rest }: StateProps & { requestId?: string }) {
  return (
    <State
      role="alert"
      icon={CircleAlert}
      mark="text-danger"
      {...rest}
      foot={requestId && <RequestId id={requestId} />}
    />
  );
}

/** Names what is missing and who can give it. */
export function NoPermission({ what, who = "an owner or admin" }: { what: string; who?: string }) {
  return (
    <State icon={Lock} title={`You cannot ${what}`}>
      Your role here does not include it. Ask {who} of this organization if you need to.
    </State>
  );
}

export function RequestId({ id }: { id: string }) {
  return (
    <>
      Request <code className="font-mono break-all select-all">{id}</code>
    </>
  );
}

type AnyStateProps = StateProps & {
  icon: LucideIcon;
  mark?: string;
  foot?: ReactNode;
  role?: "alert";
};

function State({ icon: Icon, mark = "text-stream-ink", title, children, action, foot, role }: AnyStateProps) {
  return (
    <div role={role} className="flex flex-col items-start gap-3 py-6 first:pt-0">
      <Icon aria-hidden className={`size-5 ${mark}`} />
      <div className="max-w-prose">
        <p className="text-16 font-semibold">{title}</p>
        <p className="mt-1 text-muted">{children}</p>
      </div>
      {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
      {foot && <p className="text-12 text-faint">{foot}</p>}
    </div>
  );
}
