import { join } from "node:path";
import { dayOf } from "../../../platform/clock.ts";
import { projectRoot } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import type { Content, Printable } from "../../printing/index.ts";
import { clockWords, minuteIn } from "../../scheduling/index.ts";
import { loansOf } from "../loans/queries.ts";
import { loanSlip } from "./loan-slip.ts";

export type PickLine = {
  loanId: string;
  code: string;
  borrower: string;
  at: Date;
  shelf: string | null;
  quantity: number;
  name: string;
  pieces: string | null;
};

/** What a day asks to take out, place by place, shelf after shelf. */
export type Picking = { day: string; places: { name: string; lines: PickLine[] }[] };

/** Loans that are accepted and handed over on a day: what has been prepared is done. */
export async function pickingOf(tx: Tx, day: string): Promise<Picking> {
  const loans = (await loansOf(tx, { states: ["accepted"] })).filter(
    ({ from }) => dayOf(from) === day,
  );
  const lines: (PickLine & { place: string })[] = [];
  for (const loan of loans) {
    const slip = await loanSlip(tx, loan);
    loan.lines.forEach(({ shelf, quantity, name }, at) =>
      lines.push({
        place: loan.placeName,
        loanId: loan.id,
        code: loan.code,
        borrower: slip.borrower,
        at: loan.from,
        shelf,
        quantity,
        name,
        pieces: slip.lines[at]?.pieces ?? null,
      }),
    );
  }
  const byShelf = lines.toSorted(
    (a, b) =>
      (a.shelf ?? "").localeCompare(b.shelf ?? "", "fr", { numeric: true }) ||
      a.name.localeCompare(b.name, "fr") ||
      a.at.getTime() - b.at.getTime(),
  );
  const places = [...Map.groupBy(byShelf, ({ place }) => place)]
    .map(([name, here]) => ({ name, lines: here }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
  return { day, places };
}

/** Days to come that ask for something to be taken out, each once. */
export async function daysToPick(tx: Tx): Promise<string[]> {
  const loans = await loansOf(tx, { states: ["accepted"] });
  return [...new Set(loans.map(({ from }) => dayOf(from)))];
}

/** The hour people come at, on the clock of the commune. */
export const hourOf = (t: Translate, at: Date): string =>
  clockWords(t, "fr", minuteIn("Europe/Paris", at)).replaceAll(" ", "\u00a0");

export const pickingContent = (t: Translate, { day, places }: Picking): Content => ({
  data: {
    day: longDay("fr", day, true),
    places: places.map(({ name, lines }) => ({
      name,
      lines: lines.map((line) => ({ ...line, at: hourOf(t, line.at) })),
    })),
  },
});

const example = { loanId: "", code: "K7M2QX", borrower: "Association d’exemple", at: new Date("2026-12-04T08:00:00Z"), quantity: 2 }; // prettier-ignore

export const pickingDocument: Printable = {
  kind: "preparation",
  title: (t) => t("paperdesk:picking.title"),
  purpose: (t) => t("paperdesk:picking.purpose"),
  template: join(projectRoot, "src/modules/equipment/papers/templates/picking-list.typ"),
  sample: (t) =>
    pickingContent(t, {
      day: "2026-12-04",
      places: [
        {
          name: "Maison des associations",
          lines: [
            { ...example, shelf: "A2", name: "Vidéoprojecteur", pieces: "2 câbles HDMI" },
            { ...example, shelf: null, name: "Écran sur pied", pieces: null },
          ],
        },
      ],
    }),
};
