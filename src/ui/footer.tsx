import type { ComponentChildren } from "preact";
import { frenchType } from "../platform/i18n/index.ts";
import { French } from "./french.tsx";
import { Icon } from "./icon.tsx";
import { MeshMotif } from "./mesh.tsx";
import { dialled } from "./phone.ts";
import { Phone } from "./phone-number.tsx";
import type { View } from "./view.ts";

/** How to reach a person, then what the law asks for, with the accessibility status in words. */
export function Footer({ view, children }: { view: View; children?: ComponentChildren }) {
  const { t, commune, href } = view;
  return (
    <footer>
      <MeshMotif />
      <div class="foot">
        <div class="wrap">
          <section>
            <h2>{t("ui:layout.foot.human")}</h2>
            {commune.phone && (
              <a class="foot-phone" href={`tel:${dialled(commune.phone)}`}>
                <Phone number={commune.phone} />
              </a>
            )}
            {commune.hours && (
              <p>
                <French view={view}>{frenchType(commune.hours)}</French>
              </p>
            )}
            <p>
              <a href={href("/contact")}>{t("ui:layout.foot.write")}</a>
            </p>
          </section>
          <nav class="foot-links" aria-label={t("ui:layout.foot.find")}>
            <h2>{t("ui:layout.foot.find")}</h2>
            <ul class="plain">
              <Link href={href("/annuaire")} words={t("ui:layout.nav.directory")} />
              <Link href={href("/lieux-ressources")} words={t("ui:layout.foot.resourcePlaces")} />
              <Link href={href("/materiel")} words={t("ui:layout.foot.equipment")} />
              <Link href={href("/actualites")} words={t("ui:layout.foot.news")} />
              <Link href={href("/annuaire/proposer")} words={t("ui:layout.foot.propose")} />
              <Link href={href("/engagements")} words={t("ui:layout.nav.commitments")} />
              <Link href={href("/plan-du-site")} words={t("ui:layout.foot.map")} />
            </ul>
          </nav>
          <nav class="foot-links" aria-label={t("ui:layout.foot.about")}>
            <h2>{t("ui:layout.foot.about")}</h2>
            <ul class="plain">
              <Link
                href={href("/accessibilite")}
                words={t(`ui:layout.foot.accessibility.${commune.accessibility ?? "none"}`)}
              />
              <Link href={href("/mentions-legales")} words={t("ui:layout.foot.legal")} />
              <Link href={href("/donnees")} words={t("ui:layout.foot.data")} />
              <Link href={href("/donnees-personnelles")} words={t("ui:layout.foot.privacy")} />
            </ul>
            <p class="small soft row">
              <Icon name="heart" />
              <French view={view}>{commune.name}</French>
            </p>
          </nav>
        </div>
        {children}
      </div>
    </footer>
  );
}

const Link = ({ href, words }: { href: string; words: string }) => (
  <li>
    <a href={href}>{words}</a>
  </li>
);
