import { csvFile } from "../../../platform/csv.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { spoken } from "../../../ui/index.ts";
import { stateOf } from "../enrolling/described.ts";
import type { Opening } from "../opening/queries.ts";
import type { Registration } from "../record/queries.ts";

/** The list for a spreadsheet: one line a person, what was asked in columns. */
export function rollTable(
  t: Translate,
  opening: Pick<Opening, "asked" | "question">,
  registrations: readonly Registration[],
): string {
  const answers = [...opening.asked.filter((one) => one !== "age"), ...(opening.question ? ["free"] : [])]; // prettier-ignore
  const age = opening.asked.includes("age");
  return csvFile(
    [
      t("roll:paper.name"),
      ...(age ? [t("registrations:ask.age")] : []),
      t("registrations:form.phone"),
      t("registrations:form.email"),
      ...answers.map((name) =>
        name === "free" ? (opening.question ?? "") : t(`registrations:ask.${name as "town"}`),
      ),
      t("roll:column.state"),
      t("roll:person.code"),
      t("roll:person.made"),
    ],
    registrations
      .filter(({ purgedAt }) => purgedAt === null)
      .flatMap((one) =>
        one.people.map((who) => [
          who.name,
          ...(age ? [who.age] : []),
          one.phone && spoken(one.phone),
          one.email,
          ...answers.map((name) => answerWords(t, name, one.answers[name])),
          one.ended
            ? t(`roll:ended.${one.ended}`)
            : t(`roll:stands.${stateOf(one) as "taken"}`, {
                place: one.place ?? 1,
                at: one.expiresAt ? momentWords("fr", one.expiresAt) : "",
              }),
          one.code,
          momentWords("fr", one.createdAt),
        ]),
      ),
  );
}

const answerWords = (t: Translate, name: string, answer: string | undefined): string | null =>
  answer === undefined
    ? null
    : name === "equipment"
      ? t(`registrations:answer.${answer as "yes"}`)
      : answer;
