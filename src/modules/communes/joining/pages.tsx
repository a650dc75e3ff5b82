import { ButtonLink } from "../../../ui/form.tsx";
import { page } from "../../../ui/layout.tsx";
import { Card } from "../../../ui/pieces.tsx";
import type { View } from "../../../ui/view.ts";
import { commitmentUrls } from "../commitments/urls.ts";
import { legalUrls } from "../legal/urls.ts";

const offers = ["listing", "equipment", "software", "help", "contact", "point"] as const;
const steps = ["find", "propose", "talk"] as const;

/** What the commune offers, and how an association, an elected official or an agent begins. */
export function joiningPage(view: View): string {
  const { t, commune, href } = view;
  const { phone, email } = commune;
  return page(
    view,
    {
      title: t("legal:join.title"),
      description: t("legal:join.lead", { commune: commune.name }).slice(0, 158),
      section: legalUrls.join,
    },
    <>
      <h1>{t("legal:join.title")}</h1>
      <p class="lead">{t("legal:join.lead", { commune: commune.name })}</p>
      <h2>{t("legal:join.offersTitle")}</h2>
      <ul class="grid plain">
        {offers.map((offer) => (
          <li>
            <Card title={t(`legal:join.offers.${offer}.title`)}>
              <p>{t(`legal:join.offers.${offer}.text`)}</p>
            </Card>
          </li>
        ))}
      </ul>
      <h2>{t("legal:join.stepsTitle")}</h2>
      <ol>
        {steps.map((step) => (
          <li>{t(`legal:join.steps.${step}`)}</li>
        ))}
      </ol>
      <section class="flow push">
        <h2>{t("legal:join.association.title")}</h2>
        <p>{t("legal:join.association.text")}</p>
        <div class="actions">
          <ButtonLink href={href("/annuaire")} icon="search">
            {t("legal:join.association.find")}
          </ButtonLink>
          <ButtonLink href={href("/annuaire/proposer")} kind="secondary">
            {t("legal:join.association.propose")}
          </ButtonLink>
        </div>
      </section>
      <section class="flow push">
        <h2>{t("legal:join.elected.title")}</h2>
        <p>{t("legal:join.elected.text")}</p>
        <div class="actions">
          <ButtonLink href={href(commitmentUrls.all)} kind="secondary">
            {t("legal:join.elected.commitments")}
          </ButtonLink>
          <ButtonLink href={href(legalUrls.write)} kind="quiet">
            {t("legal:join.elected.write")}
          </ButtonLink>
        </div>
      </section>
      <section class="flow push">
        <h2>{t("legal:join.staff.title")}</h2>
        <p>{t("legal:join.staff.text")}</p>
        <div class="actions">
          <ButtonLink href={href(legalUrls.write)} kind="quiet">
            {t("legal:join.staff.write")}
          </ButtonLink>
        </div>
      </section>
      <p>{t("legal:join.limits")}</p>
      {phone && email && (
        <>
          <h2>{t("legal:join.contactTitle")}</h2>
          <p>{t("legal:join.contactText", { phone, email })}</p>
        </>
      )}
    </>,
  );
}
