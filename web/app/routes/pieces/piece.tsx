import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { pieceActs } from "~/pieces/acts.server";
import { OpenPiece } from "~/pieces/open-piece";
import { panelOf } from "~/pieces/panel/panel";
import { readPanel } from "~/pieces/panel-data.server";
import { readBack, readBusiness, readEmails, readPiece } from "~/pieces/piece.server";
import { title } from "~/titles";

export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.piece.title || "Piece");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const url = new URL(args.request.url);
  const piece = await readPiece(api, args.params.pieceId ?? "");
  const panel = panelOf(url.searchParams.get("panel"), piece.kind);
  const versionId = url.searchParams.get("version");
  const [business, emails, back, open] = await Promise.all([
    readBusiness(api, piece, url.origin),
    readEmails(api, piece),
    readBack(api, piece, organization.slug),
    readPanel({ api, frame, piece, panel, versionId }),
  ]);
  return {
    piece,
    business,
    emails,
    back,
    data: open,
    userId: frame.user.id,
    address: `/o/${organization.slug}/pieces/${piece.id}`,
    mayWrite: frame.permissions.includes("content:write"),
    mayApprove: frame.permissions.includes("content:approve"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const pieceId = args.params.pieceId ?? "";
  const act = pieceActs[textOf(formData, "intent")];
  if (!act) throw data(null, { status: 400 });
  const { search } = new URL(args.request.url);
  return act({ api, formData, pieceId, address: `/o/${organization.slug}/pieces/${pieceId}`, search });
}

export default function PieceScreen() {
  const loaded = useLoaderData<typeof loader>();
  return <OpenPiece key={loaded.piece.id} {...loaded} />;
}
