import {
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  ErrorSummary,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Period } from "./queries.ts";
import { fileWords, ofPeriod, sheetNames, type SheetName } from "./sheets.ts";

export const periodFields = { from: "du", until: "au" } as const;

/** Everything equipment holds, as files for a spreadsheet; what is of a period says which. */
export function exportsPage(view: View, form: FormState, period: Period): string {
  const { t, href } = view;
  const title = t("inventory:exports.title");
  const of = { view, form };
  const now = sheetNames.filter((name) => !ofPeriod.has(name));
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("inventory:exports.lead")}</p>
      <section class="flow">
        <h2>{t("inventory:exports.now")}</h2>
        <Files view={view} names={now} query="" />
      </section>
      <section class="flow">
        <h2>{t("inventory:exports.period")}</h2>
        <form class="form" method="get" action={href(urls.exports)}>
          <ErrorSummary {...of} />
          <TextField {...of} name={periodFields.from} label={t("inventory:exports.from")} />
          <TextField
            {...of}
            name={periodFields.until}
            label={t("inventory:exports.until")}
            hint={t("lending:units.acquiredHint")}
          />
          <Button kind="secondary">{t("inventory:exports.choose")}</Button>
        </form>
        <Files
          view={view}
          names={sheetNames.filter((name) => ofPeriod.has(name))}
          query={`?${periodFields.from}=${period.from}&${periodFields.until}=${period.until}`}
        />
      </section>
    </>,
  );
}

function Files(props: { view: View; names: readonly SheetName[]; query: string }) {
  const { view, names, query } = props;
  const { t, href } = view;
  return (
    <ul class="flow plain">
      {names.map((name) => (
        <li class="flow">
          <h3>{t(`inventory:sheet.${name}`)}</h3>
          <p class="soft">{t(`inventory:sheetHint.${name}`)}</p>
          <p class="row">
            {(["csv", "xlsx"] as const).map((kind) => (
              <ButtonLink
                kind="secondary"
                icon="download"
                href={href(urls.exported(fileWords[name], kind) + query)}
              >
                {t(`inventory:exports.${kind}`)}
                <span class="sr"> ({t(`inventory:sheet.${name}`)})</span>
              </ButtonLink>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
