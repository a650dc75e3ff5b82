import { Alert, Button, Form, SelectField, TextField, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { RehearsalSeen } from "./report.tsx";

export const modelField = (key: string): string => `modele-${key}`;
export const placeField = (key: string): string => `lieu-${key.replaceAll(" ", "-")}`;
export const prefixField = "prefixe";

/** What only a person can say: which place or model a name is, how made tags begin. Each is asked once for the whole file. */
export function Questions({ view, seen }: { view: View; seen: RehearsalSeen }) {
  const { t, href } = view;
  const { one, plan, known, problem } = seen;
  const { models, places } = plan.asked;
  const { answers } = one;
  const waiting = plan.lines.some(({ outcome }) => outcome === "asked");
  const makes = plan.lines.some(({ outcome, told }) => outcome === "added" && !told?.tags.length);
  // Once applied, what was answered is no longer asked while nothing hangs on it.
  const settled = one.state === "applied" && !waiting && !makes;
  if (settled || (models.length + places.length === 0 && !makes)) return null;
  const values = {
    ...Object.fromEntries(models.map(({ key, near }) => [modelField(key), answers.models?.[key] ?? (near.length ? "" : "new")])), // prettier-ignore
    ...Object.fromEntries(places.map(({ key }) => [placeField(key), answers.places?.[key] ?? ""])),
    [prefixField]: answers.prefix ?? "",
  };
  const errors: Record<string, string> = problem ? { [prefixField]: problem } : {};
  const of = { view, form: { values, errors } };
  return (
    <section class="flow">
      <h2>{t("inventory:asked.title")}</h2>
      {waiting && <Alert view={view} kind="warning" title={t("inventory:asked.waiting")} />}
      {places.length > 0 && known.places.length === 0 && (
        <p>
          {t("lending:places.none")}. <a href={href(urls.addPlace)}>{t("lending:places.add")}</a>
        </p>
      )}
      <Form {...of} action={href(urls.inventoryAnswers(one.id))}>
        {places.map(({ key, name, count }) => (
          <SelectField
            {...of}
            name={placeField(key)}
            label={
              name === "" ? t("inventory:asked.noPlace") : t("inventory:asked.place", { name })
            }
            hint={t("inventory:asked.placeLines", { count })}
            options={known.places.map((place) => ({ value: place.placeId, label: place.name }))}
          />
        ))}
        {models.map(({ key, name, near }) => (
          <SelectField
            {...of}
            name={modelField(key)}
            label={t("inventory:asked.model", { name })}
            {...(near.length > 0
              ? { hint: t("inventory:asked.near", { names: near.map((model) => model.name).join(", ") }) } // prettier-ignore
              : {})}
            options={[
              { value: "new", label: t("inventory:asked.new") },
              ...[...near, ...known.models.filter(({ id }) => !near.some((model) => model.id === id))].map(({ id, name: label }) => ({ value: id, label })), // prettier-ignore
            ]}
          />
        ))}
        {makes && (
          <TextField
            {...of}
            name={prefixField}
            label={t("inventory:asked.prefix")}
            hint={t("inventory:asked.prefixHint")}
            optional
          />
        )}
        <Button kind="secondary" icon="done">
          {t("inventory:asked.save")}
        </Button>
      </Form>
    </section>
  );
}
