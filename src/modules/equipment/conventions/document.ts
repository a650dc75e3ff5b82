import { join } from "node:path";
import { projectRoot } from "../../../platform/config.ts";
import { longDay } from "../../../ui/dates.ts";
import type { Content, Printable } from "../../printing/index.ts";
import { noSignature, type Signed } from "../signing/shown.ts";
import type { Convention } from "./queries.ts";
import { piecesOf } from "./rules.ts";
import { usualWords } from "./text.ts";

type Said = Pick<Convention, "associationName" | "fromDay" | "untilDay" | "words">;

export const conventionContent = (one: Said, signed: Signed): Content => ({
  data: {
    association: one.associationName,
    from: longDay("fr", one.fromDay),
    until: longDay("fr", one.untilDay),
    pieces: piecesOf(one.words),
    signatures: signed.data,
  },
  files: signed.files,
});

export const conventionDocument: Printable = {
  kind: "convention",
  title: (t) => t("conventions:one.title"),
  purpose: (t) => t("conventiondesk:purpose"),
  template: join(projectRoot, "src/modules/equipment/papers/templates/convention.typ"),
  sample: () =>
    conventionContent(
      {
        associationName: "Association d’exemple",
        fromDay: "2026-09-01",
        untilDay: "2027-08-31",
        words: usualWords,
      },
      noSignature,
    ),
};
