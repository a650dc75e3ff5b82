import { nationalSchema } from "../files/digital-places.ts";
import { licence } from "../serving/licence.ts";
import { urls } from "../urls.ts";
import type { Node, Term } from "./nodes.ts";
import {
  continuous,
  fileType,
  french,
  it,
  kinds,
  mediaType,
  namedThings,
  openActive,
  openReferral,
  society,
  words,
  type Catalogued,
  type Own,
} from "./things.ts";

/** What is published, for portals of open data: DCAT-AP 3. */
export function catalogueGraph(from: Catalogued): Node[] {
  const { t, origin, commune, insee, modified } = from;
  const own = (name: string) => `${origin}${urls.data}#${name}`;
  const page = origin + urls.data;
  const date: Term = { text: modified.toISOString(), type: "xsd:dateTime" };
  const place = insee ? `http://id.insee.fr/geo/commune/${insee}` : undefined;
  const shared: Node["says"] = [
    ["dct:publisher", it(own("editeur"))],
    ["dct:language", it(french)],
    ["dct:modified", date],
    ...(place ? [["dct:spatial", it(place)] as [string, Term]] : []),
  ];
  const files = distributions(from, own);
  const dataset = (name: "associations" | "activites" | "lieux"): Node => ({
    iri: own(name),
    types: ["dcat:Dataset"],
    says: [
      [
        "dct:title",
        words(t("open-data:catalogue.of", { what: t(`open-data:files.${name}.title`), commune })),
      ],
      ["dct:description", words(t(`open-data:files.${name}.what`))],
      ["dct:identifier", { text: own(name) }],
      ...shared,
      ["dct:accrualPeriodicity", it(continuous)],
      ["dcat:theme", it(society)],
      ["dcat:keyword", words(t("open-data:catalogue.keyword"))],
      ["dcat:landingPage", it(page)],
      ["dcat:contactPoint", it(own("contact"))],
      ...files
        .filter(({ of }) => of === name)
        .map(({ iri }): [string, Term] => ["dcat:distribution", it(iri)]),
    ],
  });
  return [
    {
      iri: own("catalogue"),
      types: ["dcat:Catalog"],
      says: [
        ["dct:title", words(t("open-data:catalogue.title", { commune }))],
        ["dct:description", words(t("open-data:lead", { commune }))],
        ...shared,
        ["dct:license", it(licence.authority)],
        ["foaf:homepage", it(page)],
        ["dcat:dataset", it(own("associations"))],
        ["dcat:dataset", it(own("activites"))],
        ["dcat:dataset", it(own("lieux"))],
        ["dcat:service", it(own("open-referral"))],
        ["dcat:service", it(own("openactive"))],
      ],
    },
    dataset("associations"),
    dataset("activites"),
    dataset("lieux"),
    ...files.map(({ of: _, ...node }) => node),
    ...services(from, own),
    ...namedThings(from, own, page, place),
  ];
}

function distributions({ t, origin }: Catalogued, own: Own): (Node & { of: string })[] {
  return kinds.map(([of, path, type, code]) => ({
    of,
    iri: own(path.slice(1).replaceAll("/", "-")),
    types: ["dcat:Distribution"],
    says: [
      ["dct:title", words(`${t(`open-data:files.${of}.title`)} (${code})`)],
      ["dcat:accessURL", it(origin + path)],
      ["dcat:downloadURL", it(origin + path)],
      ["dcat:mediaType", it(mediaType(type))],
      ["dct:format", it(fileType(code))],
      ["dct:license", it(licence.authority)],
      ...(code === "CSV"
        ? [
            ["dct:conformsTo", it(of === "lieux" ? nationalSchema : origin + urls.schema(of))] as [
              string,
              Term,
            ],
          ]
        : []),
    ],
  }));
}

function services({ t, origin, commune }: Catalogued, own: Own): Node[] {
  const service = (
    name: string,
    title: string,
    path: string,
    standard: string,
    serves: string[],
  ): Node => ({
    iri: own(name),
    types: ["dcat:DataService"],
    says: [
      ["dct:title", words(title)],
      ["dcat:endpointURL", it(origin + path)],
      ["dct:conformsTo", it(standard)],
      ["dct:license", it(licence.authority)],
      ["dct:publisher", it(own("editeur"))],
      ...serves.map((one): [string, Term] => ["dcat:servesDataset", it(own(one))]),
    ],
  });
  const referral = service(
    "open-referral",
    t("open-data:referral.apiTitle", { commune }),
    urls.referral,
    openReferral,
    ["associations", "activites"],
  );
  referral.says.push(["dcat:endpointDescription", it(origin + urls.referralOpenApi)]);
  return [
    referral,
    service("openactive", t("open-data:programs.active"), urls.active, openActive, ["activites"]),
  ];
}
