import type { Category } from "../codes.ts";
import { hygieneSteps, type HygieneStep } from "./codes.ts";

/** One thing to do before a unit is lent again: a step of digital hygiene by its code, or a line of the model's own list. */
export type Step = { kind: "hygiene"; step: HygieneStep } | { kind: "check"; step: string };

type Checked = { category: Category; holdsData: boolean; checklist: readonly string[] };

/** Only what may hold a SIM card has one to reset. */
const withSim: readonly Category[] = ["phone", "tablet", "connection"];

/** Everything to do on a unit of a model after it was lent, hygiene first. */
export const stepsOf = ({ category, holdsData, checklist }: Checked): Step[] => [
  ...hygieneSteps
    .filter((step) => holdsData && (step !== "sim_reset" || withSim.includes(category)))
    .map((step) => ({ kind: "hygiene" as const, step })),
  ...checklist.map((step) => ({ kind: "check" as const, step })),
];

export const sameStep = (one: Step, other: Step): boolean =>
  one.kind === other.kind && one.step === other.step;

/** A step as a form sends it. */
export const stepKey = ({ kind, step }: Step): string => `${kind}:${step}`;
