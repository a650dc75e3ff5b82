import { join } from "node:path";
import { projectRoot } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { momentWords } from "../../../ui/dates.ts";
import type { Content, Printable } from "../../printing/index.ts";
import { pieceWords } from "../models/one-page.tsx";
import type { Loan } from "../loans/queries.ts";
import { modelsOf } from "../models/queries.ts";
import { noSignature, type Signed } from "../signing/shown.ts";

/** What is noted of a unit at the counter. */
export type Noted = {
  /** In words, as people read it. */
  condition: string;
  note: string | null;
  /** Pieces of its case that were not there. */
  missing: readonly string[];
};

export type ReportedUnit = {
  /** Nothing: which one is not chosen yet, and it is written by hand. */
  tag: string | null;
  model: string;
  pieces: readonly string[];
  /** Nothing: not known yet, boxes to fill by hand. */
  out: Noted | null;
  back: Noted | null;
};

export type ReportedLoan = {
  code: string;
  borrower: string;
  place: string;
  out: Date;
  back: Date;
};

/** State of what a loan takes and brings back: the page and the paper say the same. */
export type ConditionReport = { loan: ReportedLoan; units: readonly ReportedUnit[] };

/** The words a hand ticks, when nothing is noted yet. */
const conditions = ["Bon état", "Abîmé", "Ne marche pas"];

/** What the paper of a condition report says; signatures of the two ways, when there are some. */
export const conditionReport = (
  { loan, units }: ConditionReport,
  signed: { out: Signed; back: Signed } = { out: noSignature, back: noSignature },
): Content => ({
  data: {
    loan: {
      ...loan,
      out: momentWords("fr", loan.out, true),
      back: momentWords("fr", loan.back, true),
    },
    units,
    conditions,
    signatures: { out: signed.out.data, back: signed.back.data },
  },
  files: { ...signed.out.files, ...signed.back.files },
});

/** A report to fill by hand: as many units as the loan takes, none of them chosen. */
export async function blankReport(tx: Tx, loan: Loan): Promise<ConditionReport> {
  const models = new Map((await modelsOf(tx)).map((model) => [model.id, model]));
  const units = loan.lines.flatMap(({ modelId, name, quantity }) =>
    Array.from({ length: quantity }, (): ReportedUnit => ({
      tag: null,
      model: name,
      pieces: models.get(modelId)?.pieces.map(pieceWords) ?? [],
      out: null,
      back: null,
    })),
  );
  return {
    loan: {
      code: loan.code,
      borrower: loan.associationName,
      place: loan.placeName,
      out: loan.from,
      back: loan.until,
    },
    units,
  };
}

export const conditionDocument: Printable = {
  kind: "etat_du_materiel",
  title: (t) => t("papers:condition.title"),
  purpose: (t) => t("paperdesk:condition.purpose"),
  template: join(projectRoot, "src/modules/equipment/papers/templates/condition-report.typ"),
  sample: () =>
    conditionReport({
      loan: {
        code: "K7M2QX",
        borrower: "Association d’exemple",
        place: "Maison des associations",
        out: new Date("2026-12-04T08:00:00Z"),
        back: new Date("2026-12-07T09:00:00Z"),
      },
      units: [
        {
          tag: "VP-01",
          model: "Vidéoprojecteur",
          pieces: ["2 câbles HDMI", "Télécommande"],
          out: { condition: "Bon état", note: null, missing: [] },
          back: { condition: "Abîmé", note: "Lampe faible", missing: ["Télécommande"] },
        },
        { tag: null, model: "Écran sur pied", pieces: [], out: null, back: null },
      ],
    }),
};
