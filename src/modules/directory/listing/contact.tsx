import type { ComponentChildren } from "preact";
import {
  ButtonLink,
  dialled,
  French,
  Icon,
  MailAddress,
  Phone,
  shownPhone,
  type IconName,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { Since } from "./sections.tsx";
import type { Listing } from "./queries.ts";

/** How to reach it: only what the association shows, and the form that passes messages on. */
export function Contact({ view, listing }: { view: View; listing: Listing }) {
  const { t, href, commune } = view;
  const shown = listing.contacts;
  return (
    <section class="flow" id="contact">
      <h2>{t("directory:listing.contact")}</h2>
      {(shown.length > 0 || listing.reachable) && (
        <Since view={view} listing={listing} section="contact" />
      )}
      {shown.map((one) => (
        <div>
          {one.name && (
            <p>
              <French view={view}>
                <strong>{one.name}</strong>
                {one.role && `, ${one.role}`}
              </French>
            </p>
          )}
          {one.phone && (
            <Reach icon="phone" href={`tel:${dialled(one.phone)}`}>
              <Phone number={one.phone} />
            </Reach>
          )}
          {one.email && (
            <Reach icon="mail" href={`mailto:${one.email}`}>
              <MailAddress address={one.email} />
            </Reach>
          )}
        </div>
      ))}
      {listing.reachable ? (
        <ButtonLink href={href(urls.write(listing.slug))} icon="mail">
          {t("directory:listing.write")}
        </ButtonLink>
      ) : (
        shown.length === 0 && (
          <p>
            {commune.phone
              ? t("directory:listing.askTownCall", { phone: shownPhone(commune.phone) })
              : t("directory:listing.askTown")}{" "}
            <a href={href(urls.contact)}>{t("directory:listing.townContact")}</a>
          </p>
        )
      )}
    </section>
  );
}

/** A number or an address on its line, its icon before it. */
const Reach = (props: { icon: IconName; href: string; children: ComponentChildren }) => (
  <p class="reach">
    <Icon name={props.icon} />
    <a href={props.href}>{props.children}</a>
  </p>
);
