import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { asOwner } from "../../testing/database.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { createAssociations, type AssociationFacts } from "../associations/index.ts";
import { publish } from "../communes/index.ts";

/** A server of a neighbour that says anything. */
export async function openNeighbour(port = 0) {
  const state = { answer: ((_, response) => response.writeHead(404).end()) as RequestListener };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    state.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: (answer: RequestListener) => (state.answer = answer),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type NeighbourServer = Awaited<ReturnType<typeof openNeighbour>>;

export const organization = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  name: `Association ${id}`,
  description: `Ce que fait ${id}`,
  ...more,
});

/** Answers pages of a list as HSDS says them; what is not the list is not found. */
export const listOf =
  (things: readonly unknown[], size = 100, page: Record<string, unknown> = {}): RequestListener =>
  (request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    if (!/\/(organizations|services)$/.test(url.pathname))
      return void response.writeHead(404).end();
    const at = Number(url.searchParams.get("page"));
    const pages = Math.max(1, Math.ceil(things.length / size));
    const contents = things.slice((at - 1) * size, at * size);
    sendJson(response, { total_items: things.length, total_pages: pages, page_number: at, size: contents.length, first_page: at === 1, last_page: at >= pages, empty: !contents.length, contents, ...page }); // prettier-ignore
  };

export const sendJson = (response: Parameters<RequestListener>[1], value: unknown): void =>
  void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));

/** What a page says, without its markup. */
export const plain = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

const settings = { address_lookup: "off", map_tiles: "off", outside_calendars: "off" };

/** The site with its switch on, as an administrator leaves it. */
export const turnOn = (site: TestSite, value: "on" | "off", host = "valbrume.test") =>
  site.post(
    "/gestion/reglages/services-exterieurs",
    { ...settings, outside_neighbours: value },
    { as: "administrator", host },
  );

/** Looks at an address and follows it, as an agent does; gives its identifier. */
export async function follow(site: TestSite, name: string, address: string): Promise<string> {
  const as = "referent";
  const looked = await site.post("/gestion/voisins", { address }, { as });
  const id = /voisins\/([0-9a-f-]{36})/.exec(looked.location ?? "")?.[1];
  if (!id) throw new Error(`${address}: ${looked.status} ${plain(looked.html)}`);
  await site.post(`/gestion/voisins/${id}/suivi`, { name }, { as });
  return id;
}

/** Two communes of one site, each with its own address on a real server. */
export async function openNeighbours() {
  const site = await openTestSite({ OUTSIDE_LOOPBACK: "1" });
  const { rows } = await site.database.pool.query<{ name: string }>(
    "select current_database() as name",
  );
  await asOwner(rows[0]?.name ?? "", (client) =>
    client.query("insert into commune_host (host, commune_id) values ('127.0.0.2', $1)", [
      site.otherCommuneId,
    ]),
  );
  const port = await new Promise<number>((resolve) => {
    const server = serve(
      { fetch: (request) => site.app.fetch(request, "127.0.0.1"), port: 0, hostname: "0.0.0.0" },
      (info) => resolve(info.port),
    );
    closing.push(() => new Promise<void>((done) => void server.close(() => done())));
  });
  return {
    site,
    here: `http://127.0.0.1:${port}`,
    there: `http://127.0.0.2:${port}`,
    add: (communeId: number, facts: readonly AssociationFacts[]) =>
      site.database.write(communeId, async (tx) => {
        const created = await createAssociations(tx, [...facts], {
          actor: { kind: "system" },
          at: site.clock.now(),
          source: "hand",
        });
        await publish(tx);
        return created;
      }),
    close: async () => {
      await Promise.all(closing.splice(0).map((close) => close()));
      await site.close();
    },
  };
}
const closing: (() => Promise<void>)[] = [];
