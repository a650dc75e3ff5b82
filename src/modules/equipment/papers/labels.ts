import { join } from "node:path";
import qrcode from "qrcode";
import { projectRoot } from "../../../platform/config.ts";
import type { Content, Printable } from "../../printing/index.ts";
import type { Unit } from "../units/queries.ts";
import { urls } from "../urls.ts";

/** Sheets of labels as they are sold, in millimetres. Source: sizes of Avery 3474, L7160 and L7651. */
export const sheets = {
  "24": { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gap: 0 },
  "21": { columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.25, top: 15.15, gap: 2.5 },
  "65": { columns: 5, rows: 13, width: 38.1, height: 21.2, left: 4.75, top: 10.7, gap: 2.5 },
} as const;
export type SheetName = keyof typeof sheets;
export const sheetNames = ["24", "21", "65"] as const satisfies readonly SheetName[];

export type Labelled = Pick<Unit, "tag" | "modelName" | "placeName">;

/** Labels of some units, from the label `first` of a sheet already begun; each code holds the address of its unit. */
export async function labelsContent(
  units: readonly Labelled[],
  sheet: SheetName,
  first: number,
  origin: string,
): Promise<Content> {
  const labels = units.map(async ({ tag, modelName, placeName }) => ({
    tag,
    model: modelName,
    place: placeName,
    code: await qrcode.toString(origin + urls.unit(tag), { type: "svg", margin: 0, errorCorrectionLevel: "M" }), // prettier-ignore
  }));
  return { data: { sheet: sheets[sheet], skipped: first - 1, labels: await Promise.all(labels) } };
}

export const labelsDocument: Printable = {
  kind: "etiquettes",
  title: (t) => t("paperdesk:labels.title"),
  purpose: (t) => t("paperdesk:labels.purpose"),
  template: join(projectRoot, "src/modules/equipment/papers/templates/labels.typ"),
  sample: () =>
    labelsContent(
      ["VP-01", "VP-02", "ROUTEUR-4G-07"].map((tag) => ({
        tag,
        modelName: "Vidéoprojecteur",
        placeName: "Maison des associations",
      })),
      "24",
      1,
      "https://exemple.fr",
    ),
};
