import type { ComponentChildren } from "preact";
import { associationUrls } from "../../associations/index.ts";
import { Table, type Column, type View } from "../../../ui/index.ts";
import type { Outcome } from "../pipeline/counts.ts";
import type { Import } from "../pipeline/imports.ts";
import type { ImportLine, Suspect } from "../queries.ts";
import { keptWords, refusalWords, takenWords, toldChanges, unreadWords } from "./line-words.ts";

/** Lines that had one outcome, with what one needs to know of it. */
export function LinesTable(props: {
  view: View;
  one: Import;
  outcome: Outcome | "unread";
  lines: readonly ImportLine[];
}) {
  const { view, one, outcome, lines } = props;
  const { t } = view;
  return (
    <Table
      view={view}
      caption={t(`imports:outcome.${outcome}`)}
      captionHidden
      rows={lines}
      empty={<p class="soft">{t("imports:line.empty")}</p>}
      columns={[
        { label: t("imports:line.number"), numeric: true, cell: ({ line }) => line },
        ...columnsOf(view, outcome),
        ...(one.state === "undone" && (outcome === "created" || outcome === "changed")
          ? [
              {
                label: t("imports:line.afterUndo"),
                cell: ({ undone, detail }: ImportLine) => {
                  const erased = undone === "partly" && detail?.split(",").includes("erased");
                  return undone && t(`imports:line.undone.${erased ? "erased" : undone}`);
                },
              },
            ]
          : []),
      ]}
    />
  );
}

function columnsOf(view: View, outcome: Outcome | "unread"): Column<ImportLine>[] {
  const { t } = view;
  const name: Column<ImportLine> = {
    label: t("imports:line.name"),
    heading: true,
    cell: (line) => (
      <Named
        view={view}
        id={line.undone === "removed" ? null : line.associationId}
        name={line.name}
      />
    ),
  };
  const notes: Column<ImportLine> = {
    label: t("imports:line.notes"),
    ifAny: true,
    cell: (line) => {
      const words = [
        ...takenWords(view, line),
        ...keptWords(view, line),
        ...unreadWords(view, line),
      ];
      return words.length > 0 && <Several words={words} />;
    },
  };
  if (outcome === "created" || outcome === "unchanged") return [name, foundColumn(view), notes];
  if (outcome === "changed")
    return [
      name,
      foundColumn(view),
      {
        label: t("imports:line.changes"),
        cell: (line) => (
          <Several
            words={[
              ...toldChanges(view, line),
              ...keptWords(view, line),
              ...unreadWords(view, line),
            ]}
          />
        ),
      },
    ];
  if (outcome === "merged")
    return [
      name,
      {
        label: t("imports:line.why"),
        cell: ({ mergedInto }) => t("imports:line.mergedInto", { line: mergedInto ?? "" }),
      },
    ];
  if (outcome === "outside") return [name];
  if (outcome === "unread")
    return [
      name,
      {
        label: t("imports:line.unread"),
        cell: (line) => <Several words={unreadWords(view, line)} />,
      },
    ];
  return [
    { label: t("imports:line.why"), heading: true, cell: (line) => refusalWords(t, line.reason) },
    { label: t("imports:line.detail"), cell: ({ detail }) => detail ?? "" },
  ];
}

const foundColumn = ({ t }: View): Column<ImportLine> => ({
  label: t("imports:line.found"),
  ifAny: true,
  cell: ({ reason }) => (reason ? t(`imports:match.${reason}` as "imports:match.rna") : ""),
});

/** A name, and the way to its record when it has one. */
function Named({ view, id, name }: { view: View; id: string | null; name: string }) {
  return id ? <a href={view.href(associationUrls.one(id))}>{name}</a> : <>{name}</>;
}

export function Several({ words }: { words: readonly string[] }): ComponentChildren {
  if (words.length < 2) return words[0] ?? "";
  return (
    <ul class="plain">
      {words.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}

/** Lines that may be an association already known, and why. */
export function SuspectsTable({ view, suspects }: { view: View; suspects: readonly Suspect[] }) {
  const { t } = view;
  return (
    <>
      <p class="soft">{t("imports:duplicate.how")}</p>
      <Table
        view={view}
        caption={t("imports:outcome.duplicates")}
        captionHidden
        rows={suspects}
        empty={<p class="soft">{t("imports:line.empty")}</p>}
        columns={[
          {
            label: t("imports:duplicate.line"),
            heading: true,
            cell: (one) => (
              <>
                {one.name}
                <span class="soft"> ({t("imports:duplicate.number", { line: one.line })})</span>
              </>
            ),
          },
          { label: t("imports:duplicate.other"), cell: (one) => <Other view={view} one={one} /> },
          {
            label: t("imports:duplicate.why"),
            cell: ({ reasons }) => (
              <Several words={reasons.map(({ code }) => t(`doubles:reason.${code}`))} />
            ),
          },
        ]}
      />
    </>
  );
}

function Other({ view, one }: { view: View; one: Suspect }) {
  if (one.other_line === null)
    return (
      <Named
        view={view}
        id={one.association_name && one.other_association}
        name={one.association_name ?? ""}
      />
    );
  return (
    <>
      {one.other_line_name}
      <span class="soft"> ({view.t("imports:duplicate.number", { line: one.other_line })})</span>
    </>
  );
}
