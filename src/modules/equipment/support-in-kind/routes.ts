import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, type Answer } from "../../../platform/http/answer.ts";
import { get, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember, staff } from "../../../platform/http/person.ts";
import { slugOf } from "../../associations/index.ts";
import { readPeriod, yearAround } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import { printed } from "../../printing/index.ts";
import { sheetFile } from "../sheets/file.ts";
import { urls as equipment } from "../urls.ts";
import { keepers } from "../who.ts";
import { annexPage, deskStatementPage } from "./desk-pages.tsx";
import type { HoursOf } from "./hours.ts";
import { annexContent, annexDocument, statementContent, statementDocument } from "./papers.ts";
import type { Asked } from "./parts.tsx";
import { namesOf, tariffs } from "./queries.ts";
import { annexSheet, statementSheet, tariffSheet } from "./sheets.ts";
import { minePage } from "./space-page.tsx";
import { statementsOf } from "./statements.ts";
import { urls } from "./urls.ts";

const readers = staff("equipment_manager", "referent", "elected");
const rowReaders = staff("equipment_manager", "referent");

type Association = { id: string; name: string };

/** Support in kind; `hoursOf` counts the hours of rooms, which another room of the house keeps. */
export const supportInKindRoutes = (hoursOf: HoursOf): Route[] => {
  const over = async (ask: Ask, asked: Asked, association: Association) => {
    const { statements, years } = await statementsOf(ask.tx, hoursOf, asked.period, ask.now, association.id); // prettier-ignore
    return { years, statement: statements.find((one) => one.associationId === association.id) };
  };
  const seenOf = async (
    ask: Ask,
    association: Association,
    loan: (id: string) => string | undefined,
  ) => {
    // prettier-ignore
    const asked = askedOf(ask);
    const { statement, years } = await over(ask, asked, association);
    const sheet = statement ? statementSheet(ask.t, statement, loan) : { columns: [], lines: [] };
    return { asked, statement, sheet, years };
  };
  const fileOf = async (ask: Ask, association: Association): Promise<Answer> => {
    const asked = askedOf(ask);
    const { statement, years } = await over(ask, asked, association);
    if (asked.refused || !statement) return notFound();
    const name = `soutien-${slugOf(association.name)}-${asked.period.from}-${asked.period.to}`;
    const t = ask.house.words("fr");
    const format = ask.params["format"] ?? "";
    if (format === "pdf")
      return printed(ask, statementDocument, statementContent(t, asked, statement, years), `${name}.pdf`); // prettier-ignore
    return sheetFile(
      statementSheet(t, statement, () => undefined),
      name,
      format,
    );
  };
  return [
    get(urls.mine(), associationMember, async (ask) => {
      const { own, association } = ownOf(ask);
      const seen = await seenOf(ask, association, equipment.loan);
      const body = minePage(ask.view, { ...seen, own, association });
      return page(body, seen.asked.refused ? 422 : 200);
    }),
    get(`${urls.mine()}/:format`, associationMember, (ask) => fileOf(ask, ownOf(ask).association)),
    get(urls.annex(), readers, async (ask) => {
      const asked = askedOf(ask);
      const { statements, years } = await statementsOf(ask.tx, hoursOf, asked.period, ask.now);
      const sheet = annexSheet(ask.t, statements, (id) =>
        rowReaders.allows(ask.person) ? urls.one(id, asked.period) : undefined,
      );
      const used = tariffSheet(ask.t, await tariffs(ask.tx), statements);
      const body = annexPage(ask.view, { asked, statements, sheet, tariffs: used, years });
      return page(body, asked.refused ? 422 : 200);
    }),
    get(urls.annexFile(":format"), readers, async (ask) => {
      const asked = askedOf(ask);
      if (asked.refused) return notFound();
      const { statements, years } = await statementsOf(ask.tx, hoursOf, asked.period, ask.now);
      const name = `soutien-en-nature-${asked.period.from}-${asked.period.to}`;
      const format = ask.params["format"] ?? "";
      if (format !== "pdf")
        return sheetFile(
          annexSheet(ask.t, statements, () => undefined),
          name,
          format,
        );
      const content = annexContent(ask.t, asked, statements, await tariffs(ask.tx), years);
      return printed(ask, annexDocument, content, `${name}.pdf`);
    }),
    get(urls.one(":association"), rowReaders, async (ask) => {
      const association = await requireAssociation(ask);
      const loan = (id: string) =>
        keepers.allows(ask.person) ? equipment.deskLoan(id) : undefined;
      const seen = await seenOf(ask, association, loan);
      const body = deskStatementPage(ask.view, { ...seen, association });
      return page(body, seen.asked.refused ? 422 : 200);
    }),
    get(urls.oneFile(":association", ":format"), rowReaders, async (ask) =>
      fileOf(ask, await requireAssociation(ask)),
    ),
  ];
};

/** Those of the person, and the one asked for; the first without one. */
function ownOf(ask: Ask): { own: Association[]; association: Association } {
  const own = requirePerson(ask).associations.map(({ id, name }) => ({ id, name }));
  const asked = ask.query.get("association");
  const association = asked ? own.find(({ id }) => id === asked) : own[0];
  return { own, association: association ?? notFound() };
}

async function requireAssociation(ask: Ask): Promise<Association> {
  const id = ask.params["association"] ?? "";
  const name = isUuid(id) ? (await namesOf(ask.tx, [id])).get(id) : undefined;
  return name === undefined ? notFound() : { id, name };
}

function askedOf({ query, now, t }: Ask): Asked {
  const today = dayOf(now);
  const read = readPeriod(query.get("du"), query.get("au"), today);
  const refused = "refused" in read ? t(`period:problem.${read.refused}`) : undefined;
  return { period: "refused" in read ? yearAround(today) : read, today, refused };
}
