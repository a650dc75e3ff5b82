import { join } from "node:path";
import { projectRoot } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { momentWords } from "../../../ui/dates.ts";
import type { Content, Printable } from "../../printing/index.ts";
import { pieceWords } from "../models/one-page.tsx";
import type { Translate } from "../../../platform/i18n/index.ts";
import { allocationsOf, type Report } from "../custody/queries.ts";
import type { Loan } from "../loans/queries.ts";
import { modelsById } from "../models/queries.ts";
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
  /** The association that lends it; nothing when the commune does. */
  lender: string | null;
  place: string;
  out: Date;
  back: Date;
};

/** State of what a loan takes and brings back: the page and the paper say the same. */
export type ConditionReport = { loan: ReportedLoan; units: readonly ReportedUnit[] };

/** The words a hand ticks, when nothing is noted yet. */
const conditions = ["Bon état", "Usé", "Cassé"];

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

/** What is known of the units of a loan, and boxes to fill by hand for what is not: those not chosen yet, and each way not noted. */
export async function reportOf(tx: Tx, loan: Loan, t: Translate): Promise<ConditionReport> {
  const models = await modelsById(
    tx,
    loan.lines.map(({ modelId }) => modelId),
  );
  const known = await allocationsOf(tx, [loan.id]);
  const noted = (report: Report | null): Noted | null =>
    report && {
      condition: report.condition ? t(`equipment:condition.${report.condition}`) : t("equipment:loan.unit.lost"), // prettier-ignore
      note: report.words,
      missing: report.missing,
    };
  const units = loan.lines.flatMap(({ poolId, modelId, name, quantity }) => {
    const pieces = models.get(modelId)?.pieces.map(pieceWords) ?? [];
    const mine = known.filter((one) => one.poolId === poolId);
    const given = mine.filter(({ state }) => state !== "exchanged").length;
    const chosen = mine.map(({ tag, out, back }): ReportedUnit => ({ tag, model: name, pieces, out: noted(out), back: noted(back) })); // prettier-ignore
    const blank = { tag: null, model: name, pieces, out: null, back: null };
    return [...chosen, ...Array.from({ length: Math.max(0, quantity - given) }, () => blank)];
  });
  return {
    loan: {
      code: loan.code,
      borrower: loan.borrower,
      lender: loan.lender,
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
        lender: null,
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
          back: { condition: "Usé", note: "Lampe faible", missing: ["Télécommande"] },
        },
        { tag: null, model: "Écran sur pied", pieces: [], out: null, back: null },
      ],
    }),
};
