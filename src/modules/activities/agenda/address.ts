import { themes } from "../../associations/index.ts";
import { addDays } from "../../../platform/clock.ts";
import { urls } from "../urls.ts";
import { spans, type Span } from "./range.ts";

/** A page of the agenda as its address says it. */
export type AgendaAsk = {
  span: Span;
  day: string;
  /** Events alone, or all that happens. */
  all: boolean;
  theme: string;
  district: string;
  page: number;
};

const names: Record<Span, string> = { day: "jour", week: "semaine", month: "mois" };
/** How far from today the agenda goes: the rows there are, and the seasons remembered. */
const [farthestBack, farthestAhead] = [-400, 550];

export function agendaFrom(query: URLSearchParams, today: string): AgendaAsk {
  const day = query.get("jour") ?? "";
  const [district, page] = [query.get("quartier") ?? "", Number(query.get("page") ?? 1)];
  const theme = query.get("theme") ?? "";
  const known =
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(Date.parse(day)) &&
    day >= addDays(today, farthestBack) &&
    day <= addDays(today, farthestAhead);
  return {
    span: spans.find((span) => names[span] === query.get("vue")) ?? "week",
    day: known ? day : today,
    all: query.get("genre") === "tout",
    theme: themes.find((code) => code === theme) ?? "",
    district: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(district) ? district : "",
    page: Number.isSafeInteger(page) && page > 0 && page < 1000 ? page : 1,
  };
}

/** Address of a page of the agenda, or of the same with something changed. */
export function agendaUrl(ask: AgendaAsk, change: Partial<AgendaAsk> = {}): string {
  const { span, day, all, theme, district, page } = { ...ask, page: 1, ...change };
  const params = new URLSearchParams({ vue: names[span], jour: day });
  if (all) params.set("genre", "tout");
  if (theme) params.set("theme", theme);
  if (district) params.set("quartier", district);
  if (page > 1) params.set("page", String(page));
  return `${urls.agenda}?${params}`;
}

export const spanName = (span: Span): string => names[span];
