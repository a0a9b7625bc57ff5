// The pictures that README and guide show, by theme: `docs/images/VIEW-THEME.png`.
export const PICTURES = {
  light: ['library', 'reader', 'figures', 'audit', 'report'],
  dark: ['thesis'],
};

/** The names of their files. */
export const pictureNames = () =>
  Object.entries(PICTURES).flatMap(([theme, views]) => views.map((view) => `${view}-${theme}.png`));
