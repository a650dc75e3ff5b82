import { notFound, page } from "../../../platform/http/answer.ts";
import { get, requirePerson, type Route } from "../../../platform/http/ask.ts";
import { associationMember, staff } from "../../../platform/http/person.ts";
import { allowingLetters } from "../../../platform/http/security.ts";
import { districtsOf } from "../../activities/index.ts";
import { chosenLines } from "../../directory/index.ts";
import { kindOf, widgetFrom } from "../address.ts";
import { grounds, widgetNames } from "../codes.ts";
import { saidIn } from "../showing/said.ts";
import { urls } from "../urls.ts";
import { buildingPage } from "./page.tsx";
import { spaceDiffusionPage } from "./space-page.tsx";

const builders = staff("communication", "referent");

/** The name of a listing, out of its address pasted whole or of its last word. */
const slugIn = (typed: string | null): string =>
  (typed ?? "").trim().replace(/[?#].*$/, "").split("/").findLast(Boolean) ?? ""; // prettier-ignore

export const buildingRoutes: Route[] = [
  get(urls.desk, builders, async (ask) => {
    const kind = kindOf(ask.query.get("widget")) ?? "agenda";
    const slug = kind === "listing" ? slugIn(ask.query.get("fiche")) : "";
    const widget = widgetFrom(kind, slug, ask.query);
    const said = await saidIn({ ...ask, count: () => undefined }, widget);
    const values = {
      ...Object.fromEntries(ask.query),
      widget: widgetNames[kind],
      fiche: slug,
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
    });
    return allowingLetters(page(body));
  }),
  get(urls.space(":id"), associationMember, async (ask) => {
    const { id = "" } = ask.params;
    const member = requirePerson(ask).associations.find((one) => one.id === id) ?? notFound();
    const [line] = await chosenLines(ask.tx, [member.slug]);
    const widget = line && widgetFrom("listing", member.slug, new URLSearchParams());
    return allowingLetters(page(spaceDiffusionPage(ask.view, member, widget)));
  }),
];
