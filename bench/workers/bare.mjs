/** The floor to measure against: the same runtime and database, and nothing between a request and its one statement. */
export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/redirect") return Response.redirect("https://example.com/", 302);
    if (pathname === "/read") return Response.json(await read(env.DB, searchParams.get("token")));
    if (pathname === "/insert")
      return Response.json(await insert(env.DB, searchParams.get("name")), { status: 201 });
    return new Response("Nothing here.", { status: 404 });
  },
};

function read(database, token) {
  return database
    .prepare("select id, token, name, created_at from things where token = ?")
    .bind(token)
    .first();
}

async function insert(database, name) {
  const id = crypto.randomUUID();
  await database
    .prepare("insert into things (id, token, name, created_at) values (?, ?, ?, ?)")
    .bind(id, id, name, Date.now())
    .run();
  return { id };
}
