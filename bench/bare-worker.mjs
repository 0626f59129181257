/** What the platform costs by itself: the yardstick beside which the product is measured. */
export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/ok") return new Response("ok");
    if (pathname === "/redirect") return Response.redirect("https://tributary.bench/", 302);
    if (pathname === "/insert") return await insertOne(env.DB);
    if (pathname === "/batch") return await insertFour(env.DB, await request.json());
    if (pathname === "/queue") return await passOn(env.QUEUE, await request.json());
    return await readOne(env.DB, searchParams.get("id"));
  },

  async queue() {},
};

async function passOn(queue, said) {
  await queue.send(said);
  return Response.json({ accepted: 1 }, { status: 202 });
}

async function readOne(database, id) {
  const row = await database.prepare("select id, name, email from items where id = ?").bind(id).first();
  return row ? Response.json(row) : new Response("There is no such item.", { status: 404 });
}

async function insertOne(database) {
  const id = crypto.randomUUID();
  await database.prepare("insert into notes (id, text) values (?, ?)").bind(id, "A small note").run();
  return Response.json({ id }, { status: 201 });
}

/** One batch of four rows, each in a table with two indexes: twelve as they are billed. */
async function insertFour(database, said) {
  const id = crypto.randomUUID();
  const text = JSON.stringify(said);
  const results = await database.batch(
    [0, 1, 2, 3].map((number) =>
      database
        .prepare(`insert into kept_${number} (id, owner, at, text) values (?, ?, ?, ?)`)
        .bind(id, "owner", Date.now(), text),
    ),
  );
  const rows = results.reduce((sum, { meta }) => sum + meta.rows_written, 0);
  return Response.json({ id, rows }, { status: 201 });
}
