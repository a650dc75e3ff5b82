import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Tx } from "../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { pixelOf, pointAt } from "./click-map.ts";
import { ensurePlaces } from "./ensure.ts";
import { placeLines } from "./queries.ts";
import { insideShape } from "./rules.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  const square = {
    type: "Polygon",
    coordinates: [
      [
        [-0.6, 47.2],
        [-0.4, 47.2],
        [-0.4, 47.3],
        [-0.6, 47.3],
        [-0.6, 47.2],
      ],
    ],
  };
  await here((tx) =>
    tx
      .insertInto("district")
      .values({ name: "Le Centre", slug: "le-centre", shape: JSON.stringify(square) })
      .execute(),
  );
  await here((tx) =>
    ensurePlaces(tx, [
      { name: "Par le nom", district: "LE CENTRE" },
      { name: "Neuf" },
      { name: "Ailleurs", latitude: 48, longitude: 2 },
    ]),
  );
});
after(() => site.close());

const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
const referent = { as: "referent" } as const;
const one = async (name: string) => {
  const line = (await here((tx) => placeLines(tx))).find((place) => place.name === name);
  assert.ok(line, name);
  return line;
};
const hidden = (html: string, name: string) =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "";

test("a click on the map comes nearer and chooses the point; a keyboard has links", async () => {
  const { id } = await one("Par le nom");
  const page = await site.get(`/gestion/lieux/${id}/carte`, referent);
  assert.match(page.html, /type="image"/);
  const [span, lat, lon] = ["vue", "lat", "lon"].map((name) => hidden(page.html, name));
  const clicked = await site.get(
    `/gestion/lieux/${id}/carte?vue=${span}&lat=${lat}&lon=${lon}&point.x=140&point.y=140`,
    referent,
  );
  assert.ok(Number(hidden(clicked.html, "vue")) < Number(span));
  assert.equal(hidden(clicked.html, "latitude"), "47.25");
  assert.equal(hidden(clicked.html, "longitude"), "-0.5");
  assert.match(clicked.html, /Aller vers le nord/);
  const put = {
    latitude: "47.25",
    longitude: "-0.5",
    _revision: hidden(clicked.html, "_revision"),
  };
  assert.equal((await site.post(`/gestion/lieux/${id}/position`, put, referent)).status, 303);
  assert.ok((await one("Par le nom")).located);
  const picture = await site.get("/gestion/lieux/carte.svg", { as: "elected" });
  assert.match(picture.headers.get("content-type") ?? "", /svg/);
  assert.match(picture.html, /Le Centre/);
});

test("what is under a pixel is drawn at this pixel", () => {
  const seen = { latitude: 47.25, longitude: -0.5, span: 0.02 };
  const { latitude, longitude } = pointAt(seen, 30, 200);
  const { x, y } = pixelOf(seen, [longitude, latitude]);
  assert.ok(Math.abs(x - 30) < 0.2 && Math.abs(y - 200) < 0.2, `${x} ${y}`);
  assert.ok(
    insideShape(
      {
        rings: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
          ],
          [
            [0.5, 0.5],
            [1.5, 0.5],
            [1.5, 1.5],
            [0.5, 1.5],
          ],
        ],
      },
      [0.2, 0.2],
    ),
  );
  assert.equal(
    insideShape(
      {
        rings: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
          ],
          [
            [0.5, 0.5],
            [1.5, 0.5],
            [1.5, 1.5],
            [0.5, 1.5],
          ],
        ],
      },
      [1, 1],
    ),
    false,
  );
});
