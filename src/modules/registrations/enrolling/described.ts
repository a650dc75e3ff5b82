import type { View } from "../../../ui/index.ts";
import type { Opening } from "../opening/queries.ts";
import type { Registration } from "../record/queries.ts";

/** "Jeanne Roc, 8 ans". */
export const personWords = (t: View["t"], { name, age }: { name: string; age: number | null }) =>
  age === null ? name : t("registrations:person", { name, age });

/** What was asked and answered, in words. */
export function answersOf(
  t: View["t"],
  { question }: Pick<Opening, "question">,
  { answers }: Pick<Registration, "answers">,
): { question: string; answer: string }[] {
  return Object.entries(answers).map(([name, answer]) => ({
    question:
      name === "free"
        ? (question ?? t("registrations:ask.free"))
        : t(`registrations:ask.${name as "town"}`),
    answer: name === "equipment" ? t(`registrations:answer.${answer as "yes"}`) : answer,
  }));
}

/** How a registration is called where it stands. */
export const stateOf = ({ ended, state }: Pick<Registration, "ended" | "state">) =>
  ended === null
    ? (state as "taken" | "waiting" | "offered" | "held" | "cancelled" | "expired")
    : ended === "closed" || ended === "unanswered"
      ? "expired"
      : "cancelled";
