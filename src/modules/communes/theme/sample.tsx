import { themeColours, neutrals, type Theme } from "../../../ui/theme.ts";
import type { View } from "../../../ui/view.ts";

/** A small page painted with two colours: drawn, because a page may hold no style of its own. */
export function ThemeSample({ view, theme, label }: { view: View; theme: Theme; label: string }) {
  const { t } = view;
  const { light } = themeColours(theme);
  const { paper, surface, ink, inkSoft } = neutrals.light;
  return (
    <figure class="figure">
      <figcaption>{label}</figcaption>
      <svg viewBox="0 0 480 236" class="theme-sample" role="img" aria-label={label}>
        <rect width="480" height="236" rx="10" fill={paper} />
        <path d="M0 10a10 10 0 0 1 10-10h460a10 10 0 0 1 10 10v30H0z" fill={light.strip} />
        <text x="20" y="26" font-size="15" fill={light["on-strip"]}>
          {view.commune.name}
        </text>
        <rect
          x="20"
          y="58"
          width="440"
          height="158"
          rx="10"
          fill={surface}
          stroke={light["primary-line"]}
        />
        <rect x="36" y="76" width="6" height="50" rx="3" fill={light.accent} />
        <text x="56" y="96" font-size="20" font-weight="700" fill={ink}>
          {t("settings:look.sampleTitle")}
        </text>
        <text x="56" y="122" font-size="15" fill={inkSoft}>
          {t("settings:look.sampleText")}
        </text>
        <text x="56" y="150" font-size="15" text-decoration="underline" fill={light.primary}>
          {t("settings:look.sampleLink")}
        </text>
        <rect x="36" y="166" width="150" height="38" rx="8" fill={light.primary} />
        <text x="111" y="190" font-size="15" text-anchor="middle" fill={light["on-primary"]}>
          {t("settings:look.sampleButton")}
        </text>
        <rect x="320" y="166" width="120" height="38" rx="8" fill={light["accent-tint"]} />
        <text x="380" y="190" font-size="15" text-anchor="middle" fill={light["accent-strong"]}>
          {t("settings:look.sampleTag")}
        </text>
      </svg>
    </figure>
  );
}
