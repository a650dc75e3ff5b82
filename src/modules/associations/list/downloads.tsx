import { ButtonLink, type View } from "../../../ui/index.ts";

/** The same lines as a table of text and as a spreadsheet. */
export const Downloads = ({ view, csv, xlsx }: { view: View; csv: string; xlsx: string }) => (
  <>
    <ButtonLink kind="secondary" icon="download" href={view.href(csv)}>
      {view.t("registry:list.csv")}
    </ButtonLink>
    <ButtonLink kind="secondary" icon="download" href={view.href(xlsx)}>
      {view.t("registry:list.xlsx")}
    </ButtonLink>
  </>
);
