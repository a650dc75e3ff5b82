import { page } from "../../../ui/layout.tsx";
import type { View } from "../../../ui/view.ts";
import type { LegalTexts } from "../settings/queries.ts";

/** Who publishes, who answers for it, who hosts; and how to reuse. */
export function noticesPage(view: View, legal: LegalTexts, address: string | undefined): string {
  const { t, commune } = view;
  const missing = t("legal:notices.missing");
  const { phone, email } = commune;
  const { publisher } = legal;
  const told = publisher && address && phone && email;
  const parts: [title: string, text: string][] = [
    [
      t("legal:notices.publisher"),
      told
        ? t("legal:notices.publisherText", { publisher, address, phone, email })
        : (publisher ?? missing),
    ],
    [
      t("legal:notices.director"),
      legal.director ? t("legal:notices.directorText", { director: legal.director }) : missing,
    ],
    [
      t("legal:notices.host"),
      legal.host ? t("legal:notices.hostText", { host: legal.host }) : missing,
    ],
    [t("legal:notices.content"), t("legal:notices.contentText")],
    [t("legal:notices.software"), t("legal:notices.softwareText")],
    [t("legal:notices.data"), t("legal:notices.dataText")],
    [t("legal:notices.images"), t("legal:notices.imagesText")],
  ];
  return page(
    view,
    { title: t("legal:notices.title"), description: t("legal:notices.lead"), main: "text" },
    <>
      <h1>{t("legal:notices.title")}</h1>
      <p class="lead">{t("legal:notices.lead")}</p>
      {parts.map(([title, text]) => (
        <>
          <h2>{title}</h2>
          <p>{text}</p>
        </>
      ))}
    </>,
  );
}
