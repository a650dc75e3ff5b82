/** The emblem of the site in the commune's colours, on its own ground so that it shows on light and dark tabs. */
export const communeIcon = (primary: string, accent: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke-width="6" stroke-linecap="round"><rect width="48" height="48" rx="10" fill="#fbf8f2"/><path stroke="${primary}" d="M16 8V24M16 38v2M32 8v2M32 24V40"/><path stroke="${accent}" d="M8 16h2M24 16H40M8 32H24M38 32h2"/></svg>`;
