import { dayOf } from "../../../platform/clock.ts";
import { notFound, page } from "../../../platform/http/answer.ts";
import { get, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember, staff } from "../../../platform/http/person.ts";
import { allowingLetters } from "../../../platform/http/security.ts";
import { activitiesOf, districtsOf, readIn } from "../../activities/index.ts";
import { seasonYear } from "../../communes/index.ts";
import { chosenLines } from "../../directory/index.ts";
import { kindOf, widgetFrom } from "../address.ts";
import { grounds, isOfOne, widgetNames } from "../codes.ts";
import { saidIn } from "../showing/said.ts";
import { urls } from "../urls.ts";
import { buildingPage } from "./page.tsx";
import { spaceDiffusionPage } from "./space-page.tsx";

const builders = staff("communication", "referent");

/** The name of a listing or of an activity, out of its address pasted whole or of its last word. */
const slugIn = (typed: string | null): string =>
  (typed ?? "").trim().replace(/[?#].*$/, "").split("/").findLast(Boolean) ?? ""; // prettier-ignore

/** Activities of an association that residents read in this season. */
async function shownBy({ tx, now }: Ask, associationId: string) {
  const all = await activitiesOf(tx, { associationId });
  return readIn(all, seasonYear(dayOf(now)))
    .filter(({ state }) => state === "published")
    .map(({ slug, fields }) => ({ slug, title: fields.title }));
}

export const buildingRoutes: Route[] = [
  get(urls.desk, builders, async (ask) => {
    const kind = kindOf(ask.query.get("widget")) ?? "agenda";
    const slug = isOfOne(kind) ? slugIn(ask.query.get(widgetNames[kind])) : "";
    const widget = widgetFrom(kind, slug, ask.query);
    const said = await saidIn({ ...ask, count: () => undefined }, widget);
    const values = {
      ...Object.fromEntries(ask.query),
      [widgetNames[kind]]: slug,
      widget: widgetNames[kind],
      combien: String(widget.most),
      fond: grounds[widget.ground],
      couleur: widget.colour,
    };
    const body = buildingPage(ask.view, {
      widget,
      title: said?.title ?? "",
      exists: said !== undefined,
      districts: await districtsOf(ask.tx),
      form: { values, errors: {} },
      framedBy: ask.tenant.framedBy,
    });
    return allowingLetters(page(body));
  }),
  get(urls.space(":id"), associationMember, async (ask) => {
    const { id = "" } = ask.params;
    const member = requirePerson(ask).associations.find((one) => one.id === id) ?? notFound();
    const [line] = await chosenLines(ask.tx, [member.slug]);
    const activities = line ? await shownBy(ask, id) : [];
    const one = activities.find(({ slug }) => slug === ask.query.get("activite"));
    const widget =
      line &&
      (one
        ? widgetFrom("activity", one.slug, new URLSearchParams())
        : widgetFrom("listing", member.slug, new URLSearchParams()));
    const title = one?.title ?? member.name;
    const { framedBy } = ask.tenant;
    const seen = { association: member, activities, widget, title, framedBy };
    return allowingLetters(page(spaceDiffusionPage(ask.view, seen)));
  }),
];
