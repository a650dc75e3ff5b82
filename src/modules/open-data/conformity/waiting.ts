import { staff } from "../../../platform/http/person.ts";
import type { Waiting } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { lastCheck } from "./kept.ts";

const keepers = staff("administrator");

/** Faults the last check found in what the commune publishes. */
export const conformityWaiting: Waiting = async ({ tx, t, person }) => {
  if (!keepers.allows(person)) return [];
  const checked = await lastCheck(tx);
  const wrong = checked?.findings.filter((one) => one.wrong > 0) ?? [];
  if (!checked || !wrong.length) return [];
  const what = wrong.map(({ id }) => t(`open-data:check.${id}`)).join(", ");
  return [
    {
      key: "conformity:check",
      path: urls.conformity,
      icon: "warning" as const,
      words: t("open-data:conformity.waiting", { what }),
      since: checked.at,
      rank: 3 as const,
    },
  ];
};
