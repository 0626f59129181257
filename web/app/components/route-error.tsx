import { isRouteErrorResponse, useLocation, useRevalidator, useRouteError } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { whenOnline } from "~/live/when-online";
import { useRoot } from "~/root-data";
import { LinkButton } from "./ui/link-button";
import { RequestId } from "./ui/states";

/** 404, 403 and 500 in words, with a way on. The shell around it stays. */
export function RouteError({ home = "/" }: { home?: string }) {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const root = useRoot();
  const isCutOff = isNetworkFailure(error);
  const requestId = isCutOff ? undefined : (requestIdIn(error) ?? root?.requestId);
  const words = isCutOff ? cutOffWords : wordsFor(isRouteErrorResponse(error) ? error.status : 500);
  useComeBack(isCutOff);
  return (
    <div className="max-w-prose py-12 sm:py-20">
      <p className="text-13 text-muted">{words.kind}</p>
      <h1 className="mt-2 font-serif text-28 font-medium">{words.title}</h1>
      <p className="mt-3 text-16 text-muted">{words.text}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        {words.retry && (
          <LinkButton to={pathname + search} reloadDocument look="primary">
            Try again
          </LinkButton>
        )}
        <LinkButton to={home} look={words.retry ? "secondary" : "primary"}>
          Go to the start
        </LinkButton>
      </div>
      {requestId && (
        <p className="mt-8 text-12 text-faint">
          <RequestId id={requestId} />
        </p>
      )}
    </div>
  );
}

const comeBackEveryMs = 5_000;

/** A page that only lost its network comes back by itself. */
function useComeBack(isCutOff: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isCutOff) return;
    const tries = setInterval(revalidate, comeBackEveryMs);
    const stopListening = whenOnline(revalidate);
    return () => {
      clearInterval(tries);
      stopListening();
    };
  }, [isCutOff, revalidate]);
}

/** What `fetch` throws when it could not reach anybody, in the words of each browser. */
function isNetworkFailure(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

type Words = { kind: string; title: string; text: ReactNode; retry?: boolean };

const cutOffWords: Words = {
  kind: "No connection",
  title: "The network is gone",
  text: "Nothing was lost. This page comes back by itself as soon as it can reach us again.",
  retry: true,
};

function wordsFor(status: number): Words {
  if (status === 404 || status === 410)
    return {
      kind: "Not found",
      title: "Nothing flows here",
      text: "There is no page at this address, or it belongs to somebody else. A letter may be missing from the link.",
    };
  if (status === 403)
    return {
      kind: "Not allowed",
      title: "Your role does not open this",
      text: "Ask an owner or admin of the organization if you need it.",
    };
  if (status === 429)
    return {
      kind: "Too fast",
      title: "That was a lot at once",
      text: "Wait a moment, then try again. Nothing was lost.",
      retry: true,
    };
  if (status === 503)
    return {
      kind: "Unavailable",
      title: "This part is resting",
      text: "It is switched off or does not answer. Everything else works; try again in a minute.",
      retry: true,
    };
  return {
    kind: "Our fault",
    title: "Something broke on our side",
    text: "It is not you. Try again; if it stays, tell us the request number below.",
    retry: true,
  };
}

function requestIdIn(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  // safe: loaders throw `{ requestId }` with their problems; anything else is ignored
  const data = error.data as { requestId?: unknown } | null;
  return typeof data?.requestId === "string" ? data.requestId : undefined;
}
