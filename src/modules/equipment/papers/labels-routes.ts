import { page, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { isUuid } from "../../people/index.ts";
import { printed } from "../../printing/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { modelsOf } from "../models/queries.ts";
import { tagOf } from "../units/tags.ts";
import { unitsOf, type Unit } from "../units/queries.ts";
import { urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { labelsContent, labelsDocument, sheetNames, sheets, type SheetName } from "./labels.ts";
import { labelsPage } from "./labels-page.tsx";

type Wanted = { sheet: SheetName; first: number; wrong: boolean };

/** The sheet and its first free label; what is typed otherwise is the usual one. */
function wantedOf({ query }: Ask): Wanted {
  const sheet = sheetNames.find((name) => name === query.get("feuille")) ?? "24";
  const most = sheets[sheet].columns * sheets[sheet].rows;
  const typed = query.get("premiere") || "1";
  const first = Number(typed);
  const wrong = !/^\d{1,2}$/.test(typed) || first < 1 || first > most;
  return { sheet, first: wrong ? 1 : first, wrong };
}

/** What is no longer there needs no label. */
async function chosen({ tx, query }: Ask): Promise<Unit[]> {
  const [model, place, tag] = ["modele", "lieu", "exemplaire"].map((name) => query.get(name) ?? "");
  const units = await unitsOf(tx, {
    ...(model && isUuid(model) ? { modelId: model } : {}),
    ...(tag ? { tag: tagOf(tag) } : {}),
  });
  return units
    .filter(({ placeId }) => !place || placeId === place)
    .filter(({ state }) => tag || !["lost", "retired"].includes(state));
}

async function choose(ask: Ask): Promise<Answer> {
  const { query } = ask;
  const { wrong, sheet } = wantedOf(ask);
  const units = await chosen(ask);
  const values = {
    modele: query.get("modele") ?? "",
    lieu: query.get("lieu") ?? "",
    feuille: sheet,
    premiere: query.get("premiere") || "1",
  };
  const count = sheets[sheet].columns * sheets[sheet].rows;
  const errors: Record<string, string> = wrong
    ? { premiere: ask.t("paperdesk:labels.firstWrong", { count }) }
    : {};
  const body = labelsPage(ask.view, {
    units,
    models: await modelsOf(ask.tx),
    places: (await lendingPlacesOf(ask.tx)).map(({ placeId, name }) => ({ id: placeId, name })),
    form: { values, errors },
    pdf: units.length && !wrong ? `${urls.labelsPdf}${ask.url.search}` : undefined,
  });
  return page(body, wrong ? 422 : 200);
}

export const labelRoutes: Route[] = [
  get(urls.labels, keepers, choose),
  get(urls.labelsPdf, keepers, async (ask) => {
    const { sheet, first } = wantedOf(ask);
    const content = await labelsContent(await chosen(ask), sheet, first, ask.view.origin);
    return printed(ask, labelsDocument, content, `${ask.t("paperdesk:labels.file")}.pdf`);
  }),
];
