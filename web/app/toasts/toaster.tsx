import { useFetcher } from "@remix-run/react";
import { Bell, CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect } from "react";
import { toast, Toaster as Sonner } from "sonner";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { notify, onNotice, type Notice } from "./notify";

const shownFor = 10_000;

/** sonner stops the clock while a toast is hovered or focused, and while the tab is hidden. */
export default function Toaster() {
  useEffect(
    () =>
      onNotice((notice) => {
        toast.custom((handle) => <Toast notice={notice} onClose={() => toast.dismiss(handle)} />, {
          id: notice.id,
          duration: notice.tone === "failed" || notice.opens ? Infinity : shownFor,
          unstyled: true,
        });
      }),
    [],
  );
  return <Sonner position="bottom-right" containerAriaLabel="Notifications" visibleToasts={3} />;
}

function Toast({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { undo, opens } = notice;
  const fetcher = useUndo(onClose);
  const Icon = notice.tone === "failed" ? CircleAlert : opens ? Bell : CircleCheck;
  return (
    <div
      data-ground
      className="flex w-full items-center gap-3 rounded-8 border border-line bg-raised py-2 pr-2 pl-3.5 shadow-lift"
    >
      <Icon
        aria-hidden
        className={
          notice.tone === "failed" ? "size-4 shrink-0 text-danger" : "size-4 shrink-0 text-stream-ink"
        }
      />
      <p className="min-w-0 flex-1 py-1">{notice.message}</p>
      {undo && (
        <Button
          size="sm"
          pending={fetcher.state !== "idle"}
          onClick={() =>
            fetcher.submit({ ...undo.fields, quiet: "yes" }, { method: "post", action: undo.action })
          }
        >
          Undo
        </Button>
      )}
      {opens && (
        <LinkButton to={opens} size="sm" onClick={onClose}>
          Open
        </LinkButton>
      )}
      <Button look="quiet" size="iconSm" aria-label="Dismiss" onClick={onClose}>
        <X aria-hidden />
      </Button>
    </div>
  );
}

/** Taking something back leaves its reader where they are: the answer is a new toast, not a new page. */
function useUndo(onClose: () => void) {
  const fetcher = useFetcher<{ notice?: Notice }>();
  const { state, data } = fetcher;
  useEffect(() => {
    if (state !== "idle" || !data) return;
    onClose();
    if (data.notice) notify(data.notice);
  }, [state, data, onClose]);
  return fetcher;
}
