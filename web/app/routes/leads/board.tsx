import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { boardOf, filtersIn, moveOnBoard } from "~/leads/board/board.server";
import { BoardView } from "~/leads/board/board-view";
import { useMoreCards } from "~/leads/board/use-more-cards";
import { useLoadedHouse } from "~/leads/house";
import { changesOfLeads } from "~/leads/changes-of-leads";
import { title } from "~/titles";

export const meta = () => title("Board");
export const handle = { hears: changesOfLeads };

export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const filters = filtersIn(new URL(args.request.url).searchParams);
  return { columns: await boardOf(api, filters), filters, base: `/o/${organization.slug}/leads` };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") !== "move") throw data(null, { status: 400 });
  return moveOnBoard(api, formData, `/o/${organization.slug}/leads/board`);
}

export default function Board() {
  const { columns, ...rest } = useLoaderData<typeof loader>();
  return <LoadedBoard key={JSON.stringify(rest.filters)} columns={columns} {...rest} />;
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function LoadedBoard({ columns, ...rest }: Loaded) {
  const cards = useMoreCards(columns, `${rest.base}/board/more`);
  const { house } = useLoadedHouse();
  return (
    <BoardView {...rest} house={house} columns={cards.columns} reading={cards.reading} onMore={cards.more} />
  );
}
