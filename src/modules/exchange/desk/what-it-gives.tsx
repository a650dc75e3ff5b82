import { codeWord, displayRna } from "../../associations/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { Facts, Table, type View } from "../../../ui/index.ts";
import { leftOutReasons } from "../reading/items.ts";
import type { KeptItem } from "../record/items.ts";
import { StateTag } from "./list-page.tsx";
import type { OneSeen } from "./one-page.tsx";

/** What was read, where and when, and what of it was left out. */
export function What({ view, seen: { one, ours } }: { view: View; seen: OneSeen }) {
  const { t, lang } = view;
  const leftOut = leftOutReasons.filter((reason) => one.leftOut[reason]);
  return (
    <Facts
      view={view}
      facts={[
        { term: t("exchangedesk:column.state"), value: <StateTag view={view} one={one} /> },
        { term: t("exchangedesk:column.address"), value: <span class="break">{one.address}</span> },
        { term: t("exchangedesk:column.read"), value: momentWords(lang, one.readAt) },
        { term: t("exchangedesk:column.count"), value: one.count },
        { term: t("exchangedesk:ours"), value: ours || undefined },
        {
          term: t("exchangedesk:leftOut"),
          value: leftOut.length ? (
            <ul>
              {leftOut.map((reason) => (
                <li>{t(`exchangedesk:reason.${reason}`, { count: one.leftOut[reason] ?? 0 })}</li>
              ))}
            </ul>
          ) : undefined,
        },
      ]}
    />
  );
}

/** The first associations kept. */
export const First = ({ view, items }: { view: View; items: readonly KeptItem[] }) => (
  <Table
    view={view}
    caption={view.t("exchangedesk:first", { count: items.length })}
    rows={items}
    columns={[
      {
        label: view.t("exchangedesk:column.association"),
        heading: true,
        cell: ({ name, url }) => (url ? <a href={url}>{name}</a> : name),
      },
      {
        label: view.t("exchangedesk:column.themes"),
        ifAny: true,
        cell: ({ themes }) => themes.map((code) => codeWord(view.t, "theme", code)).join(", "),
      },
      {
        label: view.t("exchangedesk:column.purpose"),
        ifAny: true,
        cell: ({ purpose }) => purpose,
      },
      {
        label: view.t("exchangedesk:column.rna"),
        ifAny: true,
        cell: ({ rna }) => rna && displayRna(rna),
      },
    ]}
  />
);
